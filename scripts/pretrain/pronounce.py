"""Trains `pronounce`, an encoder-decoder from the spelling of an English word to its phonemes.

  npx tsx scripts/data/write.ts pronounce DATA
  python3 scripts/pretrain/pronounce.py train DATA RUN [--steps N]      resumes where RUN stopped
  python3 scripts/pretrain/pronounce.py train DATA RUN2 --start RUN --steps 3000 --warm 200 --rate 1.3e-3      goes on from its end
  python3 scripts/pretrain/pronounce.py export DATA RUN public/models/pronounce
"""
import json

import numpy as np
import torch
from torch.nn import functional as F

from common import command, copy, device, earlier, fit, go_on_from, rounded, seeded, write_facts, write_json, write_safetensors
from encoder_decoder import EncoderDecoder, config_of, expected_of, greedy, padded

PAD, UNK, END, SAY = 0, 1, 2, 3
SHAPE = {"width": 128, "heads": 4, "encoder": 3, "decoder": 3, "inner": 512, "length": 40, "pre_norm": True}


class Data:
    def __init__(self, folder):
        self.folder = folder
        with open(f"{folder}/tokenizer.json", encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        with open(f"{folder}/data.json", encoding="utf-8") as file:
            self.facts = json.load(file)
        # Two phonemes that differ in stress alone are one here.
        self.plain = {index: token.rstrip("012") for token, index in self.vocabulary.items()}

    def rows(self, side):
        """[(letters, [pronunciation, ...])] as ids."""
        with open(f"{self.folder}/{side}.tsv", encoding="utf-8") as file:
            for line in file:
                word, *said = line.rstrip("\n").split("\t")
                yield [self.vocabulary[c] for c in word], [[self.vocabulary[p] for p in one.split(" ")] for one in said]


def distance(found, wanted):
    """Insertions, deletions and replacements between two sequences, at least (Levenshtein)."""
    row = list(range(len(wanted) + 1))
    for i, x in enumerate(found, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(wanted, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def error_rates(model, data, rows):
    """Errors over phonemes of the nearest listed pronunciation, without stress; and the share of words with an error."""
    by_length = {}
    for row in rows:
        by_length.setdefault(len(row[0]), []).append(row)
    wrong = total = words = 0
    plain = lambda ids: [data.plain[index] for index in ids]
    for group in by_length.values():
        for start in range(0, len(group), 250):
            part = group[start : start + 250]
            source = torch.tensor([letters for letters, _ in part]).to(device())
            for found, (_, said) in zip(greedy(model, source, SAY, END), part):
                errors, length = min((distance(plain(found), plain(one)), -len(one)) for one in said)
                wrong, total, words = wrong + errors, total - length, words + (errors > 0)
    return {"phonemeErrorRate": wrong / total, "wordErrorRate": words / len(rows)}


class Batches:
    """Words of one length, so that no source is padded; which words a step has depends on the seed and the step alone."""

    def __init__(self, examples, size, seed):
        self.examples, self.size, self.seed = examples, size, seed
        self.first, self.epoch, self.groups = 0, -1, []

    def draw(self, epoch):
        rng = np.random.default_rng([self.seed, epoch])
        source, target = (np.array([len(pair[side]) for pair in self.examples]) for side in (0, 1))
        order = np.lexsort((rng.random(len(source)), target, source))
        self.groups = []
        for length in np.unique(source):
            part = order[source[order] == length]
            # As many letters in each as `size` words of seven have.
            self.groups.extend(np.array_split(part, max(1, round(len(part) * length / self.size / 7))))
        rng.shuffle(self.groups)

    def at(self, step):
        while self.epoch < 0 or step >= self.first + len(self.groups):
            self.first, self.epoch = self.first + len(self.groups), self.epoch + 1
            self.draw(self.epoch)
        pairs = [self.examples[place] for place in self.groups[step - self.first]]
        return torch.tensor([pair[0] for pair in pairs]).to(device()), padded([pair[1] for pair in pairs]).to(device())


def train(folder, run, recipe):
    data = Data(folder)
    examples = [(letters, [SAY, *one, END]) for letters, said in data.rows("train") for one in said]
    batches, valid = Batches(examples, recipe["batch"], recipe["seed"]), list(data.rows("valid"))
    model = seeded(recipe["seed"], EncoderDecoder, vocabulary=len(data.vocabulary), dropout=recipe["dropout"], **SHAPE)

    if recipe["start"]:
        go_on_from(model, recipe["start"])

    def loss_at(step):
        source, target = batches.at(step)
        logits = model(source, target[:, :-1])
        return F.cross_entropy(logits.flatten(0, 1), target[:, 1:].flatten(), ignore_index=PAD, label_smoothing=0.1)

    adam = torch.optim.Adam(model.parameters(), lr=recipe["rate"], betas=(0.9, 0.98), eps=1e-9)
    fit(model, run, recipe, loss_at, lambda: error_rates(model, data, valid), optimisers=[adam])


def export(folder, run, out):
    data = Data(folder)
    weights, state = rounded(run)
    model = EncoderDecoder(len(data.vocabulary), **SHAPE)
    model.load_state_dict(weights)
    model.eval()
    write_safetensors(f"{out}/model.safetensors", {name: tensor.half().numpy() for name, tensor in weights.items()})
    write_json(f"{out}/config.json", config_of(len(data.vocabulary), SHAPE, {
        "end_token": "<end>", "source_token_limit": data.facts["sourceLimit"],
        "languages": {"en-x-arpabet": {"start_token": "<say>", "separator": " "}},
    }))
    copy(f"{folder}/tokenizer.json", f"{out}/tokenizer.json")
    rows = list(data.rows("test"))
    pair = [next(row for row in rows if len(row[0]) == length) for length in (9, 5)]
    source, target = padded([letters for letters, _ in pair]), padded([[SAY, *said[0]] for _, said in pair])
    write_safetensors(f"{out}/expected.safetensors", expected_of(model, source, target))
    more = {**error_rates(model, data, rows), **earlier(state["recipe"])}
    print(write_facts("pronounce", folder, state, weights, more))


if __name__ == "__main__":
    command(train, export, steps=6000, warm=600, rate=2.5e-3, decay=0.0, batch=256, dropout=0.1, average=0.9995, seed=1, start="")
