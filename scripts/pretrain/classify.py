"""Trains `classify`, which says what kind of thing a definition is of: `fill-mask` with a classification head, trained on.

  npx tsx scripts/data/write.ts classify DATA
  python3 scripts/pretrain/classify.py train DATA RUN1 --start public/models/fill-mask      resumes where RUN1 stopped
  python3 scripts/pretrain/classify.py train DATA RUN --start RUN1 --steps 3500 --muon 0.015 --rate 2e-3 --seed 2
  python3 scripts/pretrain/classify.py train DATA RUN-scratch                    the same network from random weights
  python3 scripts/pretrain/classify.py export DATA RUN public/models/classify
"""
import json
import os

import numpy as np
import torch
from torch.nn import functional as F

from bert import SHAPE, Classifier, calmed, equal_lengths, export, numbers, optimisers, read_cells
from common import command, device, fit, go_on_from, rounded, seeded
from fill_mask import item
from wordcounts import WordModel, features, words_of

CLASSES = ["top", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling",
           "food", "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process",
           "quantity", "relation", "shape", "state", "substance", "time"]
SMOOTHING = 0.1
# Words of a span at most.
LONGEST = 6


def read(path):
    """-> texts, [ids], labels"""
    texts, ids, labels = zip(*read_cells(path))
    return texts, [numbers(cell) for cell in ids], np.array([int(label) for label in labels])


class Batches:
    """Which rows a step has depends on the seed and the step alone. A share `spans` of them are a few words of a definition,
    whose class `teacher` says."""

    def __init__(self, path, recipe, teacher=None, starts=frozenset()):
        self.texts, self.ids, self.labels = read(path)
        self.rows, self.spans = [item(ids) for ids in self.ids], [None] * len(self.ids)
        self.tokens, self.seed, self.share = recipe["tokens"], recipe["seed"], recipe["spans"]
        self.teacher, self.starts, self.first, self.epoch, self.groups = teacher, starts, 0, -1, []
        if teacher:
            self.cuts = [[0, *(place for place in range(1, len(ids)) if ids[place] in starts), len(ids)] for ids in self.ids]

    def draw(self, rng):
        for place, (text, ids) in enumerate(zip(self.texts, self.ids)):
            self.rows[place], self.spans[place] = item(ids), None
            words = text.split(" ")
            # The tokens of a word are told by the space that they begin with.
            if rng.random() >= self.share or len(words) != len(self.cuts[place]) - 1:
                continue
            count = rng.integers(1, min(LONGEST, len(words)) + 1)
            start = rng.integers(len(words) - count + 1)
            some = words_of(" ".join(words[start : start + count]))
            if some:
                self.rows[place] = item(ids[self.cuts[place][start] : self.cuts[place][start + count]])
                self.spans[place] = features(some, start == 0)

    def at(self, step):
        while self.epoch < 0 or step >= self.first + len(self.groups):
            self.first, self.epoch = self.first + len(self.groups), self.epoch + 1
            rng = np.random.default_rng([self.seed, self.epoch])
            if self.teacher:
                self.draw(rng)
            self.groups = equal_lengths([len(ids) for ids, _ in self.rows], self.tokens, rng)
        group = self.groups[step - self.first]
        ids, segments, labels = self.of(group)
        wanted = F.one_hot(labels, len(CLASSES)).float() * (1 - SMOOTHING) + SMOOTHING / len(CLASSES)
        spans = [line for line, place in enumerate(group) if self.spans[place]]
        if spans:
            wanted[spans] = self.teacher.shares([self.spans[group[line]] for line in spans]).to(wanted.device)
        return ids, segments, wanted

    def of(self, group):
        ids, segments = (torch.tensor([self.rows[place][part] for place in group]).to(device()) for part in (0, 1))
        return ids, segments, torch.from_numpy(self.labels[group]).to(device())


def starts_of(tokenizer):
    """Ids of the tokens that begin with a space."""
    with open(tokenizer, encoding="utf-8") as file:
        vocabulary = json.load(file)["model"]["vocab"]
    return frozenset(number for token, number in vocabulary.items() if token.startswith("\u0120"))


@torch.no_grad()
def accuracy(model, path):
    batches = Batches(path, {"tokens": 4096, "seed": 0, "spans": 0.0})
    right = 0
    for group in equal_lengths([len(ids) for ids, _ in batches.rows], 4096, np.random.default_rng(0)):
        ids, segments, labels = batches.of(group)
        right += (model(ids, segments).argmax(-1) == labels).sum().item()
    return right / len(batches.rows)


def teacher_of(data, seed):
    texts, _, labels = read(f"{data}/train.tsv")
    return WordModel(texts, labels, len(CLASSES), seed)


def train(data, run, recipe):
    path = f"{data}/train.tsv"
    teacher = teacher_of(data, recipe["seed"]) if recipe["spans"] else None
    batches = Batches(path, recipe, teacher, starts_of(f"{data}/tokenizer.json"))
    model = seeded(recipe["seed"], Classifier, classes=len(CLASSES), dropout=recipe["dropout"], **SHAPE)
    if recipe["start"]:
        # The head for masks is left behind, the head for classes is new.
        go_on_from(model, recipe["start"])

    def loss_at(step):
        ids, segments, wanted = batches.at(step)
        return calmed(model, recipe["calm"], lambda: F.cross_entropy(model(ids, segments), wanted))

    fit(model, run, recipe, loss_at, lambda: {"accuracy": round(accuracy(model, f"{data}/valid.tsv"), 4)}, look=500, optimisers=optimisers(model, recipe))


def write(data, run, out):
    test = f"{data}/test.tsv"
    rows = [item(ids) for ids in read(test)[1]]
    pair = [next(row for row in rows if len(row[0]) == length) for length in (16, 9)]
    scratch, scratch_state = rounded(f"{run}-scratch") if os.path.exists(f"{run}-scratch/state.pt") else (None, None)

    texts, _, labels = read(test)
    teacher = teacher_of(data, rounded(run)[1]["recipe"]["seed"])
    right = teacher.shares([features(words_of(text)) for text in texts]).argmax(-1).numpy() == labels

    def facts(model):
        score = {"accuracy": accuracy(model, test), "teacherAccuracy": float(right.mean())}
        if scratch is None:
            return score
        model.load_state_dict(scratch)
        return {**score, "scratchAccuracy": accuracy(model, test), "scratchSteps": scratch_state["step"],
                "scratchSeconds": round(scratch_state["seconds"])}

    labels = {"id2label": dict(enumerate(CLASSES)), "label2id": {label: index for index, label in enumerate(CLASSES)}}
    more = {"architectures": ["BertForSequenceClassification"], **labels, "task": {"kind": "textClass"}}
    print(export("classify", Classifier(len(CLASSES), **SHAPE), data, run, out, pair, more, facts))


if __name__ == "__main__":
    command(train, write, steps=8000, warm=100, muon=0.02, rate=3e-3, decay=0.01, tokens=3000, dropout=0.05, spans=0.5, calm=3e-4, average=0.999, seed=1, start="")
