"""Trains `sort`, which writes digits in order: `5 2 7 1 → 1 2 5 7`.

  npx tsx scripts/data/write.ts sort DATA
  python3 scripts/pretrain/sort.py train DATA RUN [--steps N]      resumes where RUN stopped
  python3 scripts/pretrain/sort.py export DATA RUN public/models/sort
"""
import torch

from common import command, fit, seeded
from gpt2 import GPT2, Batches, Surprise, export, optimisers, padded, read_rows

END = 2
SHAPE = {"vocabulary": 14, "length": 22, "width": 48, "heads": 4, "layers": 3, "inner": 192}


def rows_of(path):
    return [[*ids, END] for _, ids in read_rows(path)]


def answers(ids):
    """What follows each token, with 0 for what is not the model's to know: n digits and an arrow ask, n and the end answer."""
    targets = ids[:, 1:].clone()
    asked = (ids != 0).sum(1) // 2 - 1
    targets[torch.arange(targets.shape[1], device=ids.device)[None] < asked[:, None]] = 0
    return targets


@torch.no_grad()
def exact(model, rows):
    """Share of rows whose every answer is the likeliest token after the right ones: those that greedy decoding gets right."""
    right = 0
    for start in range(0, len(rows), 500):
        ids = padded(rows[start : start + 500])
        targets = answers(ids)
        right += ((model(ids[:, :-1]).argmax(-1) == targets) | (targets == 0)).all(1).sum().item()
    return right / len(rows)


def train(data, run, recipe):
    batches = Batches(rows_of(f"{data}/train.tsv"), recipe["batch"] * SHAPE["length"], recipe["seed"])
    model = seeded(recipe["seed"], GPT2, **SHAPE)
    valid = rows_of(f"{data}/valid.tsv")

    def loss_at(step):
        ids = batches.at(step)
        return Surprise.apply(model(ids[:, :-1]).flatten(0, 1), answers(ids).flatten())

    fit(model, run, recipe, loss_at, lambda: {"exact": exact(model, valid)}, optimisers=optimisers(model, recipe))


def write(data, run, out):
    test = rows_of(f"{data}/test.tsv")
    pair = [next(row for row in test if len(row) == length)[:-1] for length in (18, 12)]
    task = {"kind": "nextToken", "startToken": None, "endToken": "<end>"}
    facts = lambda model: {"exact": exact(model, test), "testItems": len(test)}
    export("sort", lambda: GPT2(**SHAPE), data, run, out, pair, task, facts)


if __name__ == "__main__":
    command(train, write, steps=1500, warm=100, muon=0.02, rate=3e-3, decay=0.01, batch=128, seed=1)
