"""Trains `fill-mask`, which says what stands behind a mask in a definition.

  npx tsx scripts/data/write.ts fill-mask DATA
  python3 scripts/pretrain/fill_mask.py train DATA RUN [--steps N]      resumes where RUN stopped
  python3 scripts/pretrain/fill_mask.py train DATA RUN2 --start RUN --steps 8000 --masked 0.4 --last 0.15      goes on from its end
  python3 scripts/pretrain/fill_mask.py train DATA RUN3 --start RUN2 --steps 1200 --muon 0.006 --rate 8e-4 --masked 0.3 --last 0.15 --calm 1e-3
  python3 scripts/pretrain/fill_mask.py export DATA RUN public/models/fill-mask

It reads `[CLS] definition [SEP]`, and as often `[CLS] word [SEP] definition [SEP]`, the second part in segment 1.
"""
import numpy as np
import torch
from torch.nn import functional as F

from bert import CLS, MASK, SEP, SHAPE, MaskedLanguageModel, calmed, equal_lengths, export, numbers, optimisers, read_cells
from common import command, device, fit, go_on_from, seeded

# Of the tokens chosen, so many become [MASK] and another token; the rest stay (Devlin et al. 2018, section 3.1).
AS_MASK, AS_OTHER = 0.8, 0.1
FIRST = 5  # ids below are special tokens


class Batches:
    """Which rows a step has, with which words and masks, depends on the seed and the step alone."""

    def __init__(self, path, recipe):
        cells = list(read_cells(path))
        self.rows = [numbers(ids) for _, ids, _, _ in cells]
        self.words = [[numbers(word) for word in words.split(";") if word] for _, _, words, _ in cells]
        self.recipe, self.seed, self.first, self.epoch, self.groups = recipe, recipe["seed"], 0, -1, []

    def draw(self, epoch):
        rng = np.random.default_rng([self.seed, epoch])
        self.items = []
        for ids, words in zip(self.rows, self.words):
            word = words[rng.integers(len(words))] if words and rng.random() < 0.5 else None
            self.items.append(item(ids, word))
        self.groups = equal_lengths([len(ids) for ids, _ in self.items], self.recipe["tokens"], rng)

    def at(self, step):
        while self.epoch < 0 or step >= self.first + len(self.groups):
            self.first, self.epoch = self.first + len(self.groups), self.epoch + 1
            self.draw(self.epoch)
        batch = [self.items[place] for place in self.groups[step - self.first]]
        ids, segments = (torch.tensor(part) for part in zip(*batch))
        generator = torch.Generator().manual_seed(self.seed * 1_000_003 + step)
        chance, fate = torch.rand(ids.shape, generator=generator), torch.rand(ids.shape, generator=generator)
        other = torch.randint(FIRST, SHAPE["vocabulary"], ids.shape, generator=generator)
        # The more is masked the more there is to learn from a batch, but the less to learn it by.
        recipe = self.recipe
        masked = recipe["masked"] + (recipe["last"] - recipe["masked"]) * step / recipe["steps"]
        chosen = (chance < masked) & (ids >= FIRST)
        if not chosen.any():
            # A batch of one short row: the mean over no tokens is not a number.
            chosen = chance == chance.masked_fill(ids < FIRST, 1.0).min()
        read = torch.where(chosen & (fate < AS_MASK), torch.full_like(ids, MASK), ids)
        read = torch.where(chosen & (fate >= AS_MASK) & (fate < AS_MASK + AS_OTHER), other, read)
        return read.to(device()), segments.to(device()), ids.to(device()), chosen.to(device())


def item(ids, word=None):
    """-> ids, segments"""
    if word is None:
        return [CLS, *ids, SEP], [0] * (len(ids) + 2)
    return [CLS, *word, SEP, *ids, SEP], [0] * (len(word) + 2) + [1] * (len(ids) + 1)


def loss_at(model, batch):
    read, segments, ids, chosen = batch
    hidden = model.encode(read, segments)
    return F.cross_entropy(model.predict(hidden[chosen]), ids[chosen])


@torch.no_grad()
def accuracy(model, path, with_word=False):
    """Share of the masked tokens of held-out definitions that the model tells; all masks of one are masked at once."""
    rows = []
    for _, ids, words, places in read_cells(path):
        ids, word = numbers(ids), numbers(words.split(";")[0]) if with_word else None
        whole, segments = item(ids, word or None)
        before = len(whole) - 1 - len(ids)
        rows.append((whole, segments, [before + place for place in numbers(places)]))
    right = total = 0
    for group in equal_lengths([len(row[0]) for row in rows], 4096, np.random.default_rng(0)):
        ids, segments = (torch.tensor([rows[place][part] for place in group]) for part in (0, 1))
        chosen = torch.zeros(ids.shape, dtype=torch.bool)
        for line, place in enumerate(group):
            chosen[line, rows[place][2]] = True
        read = ids.masked_fill(chosen, MASK)
        hidden = model.encode(read.to(device()), segments.to(device()))[chosen.to(device())]
        right += (model.predict(hidden).argmax(-1).cpu() == ids[chosen]).sum().item()
        total += chosen.sum().item()
    return right / total


def train(data, run, recipe):
    batches = Batches(f"{data}/train.tsv", recipe)
    model = seeded(recipe["seed"], MaskedLanguageModel, **SHAPE)
    if recipe["start"]:
        go_on_from(model, recipe["start"])
    fit(model, run, recipe, lambda step: calmed(model, recipe["calm"], lambda: loss_at(model, batches.at(step))),
        lambda: {"accuracy": round(accuracy(model, f"{data}/valid.tsv"), 4)}, look=500, optimisers=optimisers(model, recipe))


def write(data, run, out):
    cells = list(read_cells(f"{data}/test.tsv"))
    pair = []
    for length, with_word in ((14, True), (12, False)):
        _, ids, words, places = next(row for row in cells if len(numbers(row[1])) == length)
        masked = [MASK if place in numbers(places) else token for place, token in enumerate(numbers(ids))]
        pair.append(item(masked, numbers(words.split(";")[0]) if with_word else None))
    facts = lambda model: {
        "accuracy": accuracy(model, f"{data}/test.tsv"), "accuracyWithWord": accuracy(model, f"{data}/test.tsv", True),
    }
    more = {"architectures": ["BertForMaskedLM"],
            "task": {"kind": "maskedToken", "maskToken": "[MASK]", "separatorToken": "[SEP]"}}
    print(export("fill-mask", MaskedLanguageModel(**SHAPE), data, run, out, pair, more, facts))


if __name__ == "__main__":
    command(train, write, steps=4000, warm=200, muon=0.02, rate=3e-3, decay=0.01, tokens=3000, masked=0.2, last=0.2, calm=0.0, seed=1, start="")
