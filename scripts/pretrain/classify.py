"""Trains `classify`, which says what kind of thing a definition is of: `fill-mask` with a classification head, trained on.

  npx tsx scripts/data/write.ts classify DATA
  python3 scripts/pretrain/classify.py train DATA RUN --start FILL_MASK_RUN      resumes where RUN stopped
  python3 scripts/pretrain/classify.py train DATA RUN-scratch                    the same network from random weights
  python3 scripts/pretrain/classify.py export DATA RUN public/models/classify
"""
import os

import numpy as np
import torch
from torch.nn import functional as F

from bert import MASK, SHAPE, Classifier, equal_lengths, export, numbers, optimisers, read_cells
from common import command, device, fit, go_on_from, rounded, seeded
from fill_mask import FIRST, item

CLASSES = ["top", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling",
           "food", "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process",
           "quantity", "relation", "shape", "state", "substance", "time"]


def read(path):
    """-> [ids of a definition], labels, [[ids of a word that it defines]]"""
    cells = list(read_cells(path))
    words = [[numbers(word) for word in defined.split(";") if word] for _, _, _, defined in cells]
    return [numbers(ids) for _, ids, _, _ in cells], np.array([int(label) for _, _, label, _ in cells]), words


class Batches:
    """Which rows a step has, and whether a row is the definition, a word that it defines, or both, depends on the seed and
    the step alone. A word says what kind of thing a definition that uses it speaks of."""

    def __init__(self, path, tokens, seed, word=0.0):
        self.definitions, self.labels, self.words = read(path)
        self.rows = [item(ids) for ids in self.definitions]
        self.tokens, self.seed, self.word, self.first, self.epoch, self.groups = tokens, seed, word, 0, -1, []

    def draw(self, rng):
        """A share `word` of the rows is a word alone, and as many are a word with its definition."""
        for place, (ids, words) in enumerate(zip(self.definitions, self.words)):
            fate = rng.random()
            word = words[rng.integers(len(words))] if words and fate < 2 * self.word else None
            self.rows[place] = item(word) if word and fate < self.word else item(ids, word)

    def at(self, step):
        while self.epoch < 0 or step >= self.first + len(self.groups):
            self.first, self.epoch = self.first + len(self.groups), self.epoch + 1
            rng = np.random.default_rng([self.seed, self.epoch])
            self.draw(rng)
            self.groups = equal_lengths([len(ids) for ids, _ in self.rows], self.tokens, rng)
        return self.of(self.groups[step - self.first])

    def of(self, group):
        ids, segments = (torch.tensor([self.rows[place][part] for place in group]).to(device()) for part in (0, 1))
        return ids, segments, torch.from_numpy(self.labels[group]).to(device())


@torch.no_grad()
def accuracy(model, path):
    batches = Batches(path, 4096, 0)
    right = 0
    for group in equal_lengths([len(ids) for ids, _ in batches.rows], 4096, np.random.default_rng(0)):
        ids, segments, labels = batches.of(group)
        right += (model(ids, segments).argmax(-1) == labels).sum().item()
    return right / len(batches.rows)


def train(data, run, recipe):
    batches = Batches(f"{data}/train.tsv", recipe["tokens"], recipe["seed"], recipe["word"])
    model = seeded(recipe["seed"], Classifier, classes=len(CLASSES), dropout=recipe["dropout"], **SHAPE)
    if recipe["start"]:
        # The head for masks is left behind, the head for classes is new.
        go_on_from(model, recipe["start"])

    def loss_at(step):
        ids, segments, labels = batches.at(step)
        # Some tokens are hidden anew each time, as they were in pretraining: fewer definitions are learned by heart.
        generator = torch.Generator().manual_seed(recipe["seed"] * 1_000_003 + step)
        hidden = torch.rand(ids.shape, generator=generator).to(ids.device) < recipe["hidden"]
        read = ids.masked_fill(hidden & (ids >= FIRST), MASK)
        return F.cross_entropy(model(read, segments), labels, label_smoothing=0.1)

    fit(model, run, recipe, loss_at, lambda: {"accuracy": round(accuracy(model, f"{data}/valid.tsv"), 4)}, look=500, optimisers=optimisers(model, recipe))


def write(data, run, out):
    test = f"{data}/test.tsv"
    rows = [item(ids) for ids in read(test)[0]]
    pair = [next(row for row in rows if len(row[0]) == length) for length in (16, 9)]
    scratch, scratch_state = rounded(f"{run}-scratch") if os.path.exists(f"{run}-scratch/state.pt") else (None, None)

    def facts(model):
        score = {"accuracy": accuracy(model, test)}
        if scratch is None:
            return score
        model.load_state_dict(scratch)
        return {**score, "scratchAccuracy": accuracy(model, test), "scratchSteps": scratch_state["step"],
                "scratchSeconds": round(scratch_state["seconds"])}

    labels = {"id2label": dict(enumerate(CLASSES)), "label2id": {label: index for index, label in enumerate(CLASSES)}}
    more = {"architectures": ["BertForSequenceClassification"], **labels, "task": {"kind": "textClass"}}
    print(export("classify", Classifier(len(CLASSES), **SHAPE), data, run, out, pair, more, facts))


if __name__ == "__main__":
    command(train, write, steps=1700, warm=100, muon=0.01, rate=1e-3, decay=0.05, tokens=3000, dropout=0.1, hidden=0.15, word=0.2, average=0.999, seed=1, start="")
