"""Trains `induction`, two blocks of attention alone that say what followed a letter when it came before.

  npx tsx scripts/data/write.ts induction DATA
  python3 scripts/pretrain/induction.py train DATA RUN [--steps N] [--seed N]      resumes where RUN stopped
  python3 scripts/pretrain/induction.py export DATA RUN public/models/induction
"""
import torch

from common import command, fit, seeded
from gpt2 import GPT2, Batches, Surprise, export, optimisers, padded, read_rows

SHAPE = {"vocabulary": 29, "length": 32, "width": 96, "heads": 1, "layers": 2, "inner": 0}


def rows_of(path):
    return [ids for _, ids in read_rows(path)]


def sure(ids):
    """[B, T - 1]: whether the letter after each place is sure, since the one at the place has come before."""
    length = ids.shape[1]
    earlier = torch.ones(length, length, dtype=torch.bool, device=ids.device).tril(-1)
    again = ((ids[:, :, None] == ids[:, None, :]) & earlier).any(2)
    return (again & (ids != 0))[:, :-1] & (ids[:, 1:] != 0)


@torch.no_grad()
def accuracy(model, rows, off=None):
    """Share of sure letters that are the likeliest."""
    right = total = 0
    for start in range(0, len(rows), 500):
        ids = padded(rows[start : start + 500])
        where = sure(ids)
        right += ((model(ids[:, :-1], off=off).argmax(-1) == ids[:, 1:]) & where).sum().item()
        total += where.sum().item()
    return right / total


def scores(model, rows):
    """All heads at work, and without each of them."""
    heads = {f"without {layer}.{head}": {layer: (head,)} for layer in range(SHAPE["layers"]) for head in range(SHAPE["heads"])}
    return {"all": accuracy(model, rows), **{name: accuracy(model, rows, off) for name, off in heads.items()}}


def train(data, run, recipe):
    batches = Batches(rows_of(f"{data}/train.tsv"), recipe["batch"] * 24, recipe["seed"])
    model = seeded(recipe["seed"], GPT2, **SHAPE)
    valid = rows_of(f"{data}/valid.tsv")

    def loss_at(step):
        ids = batches.at(step)
        # The other letters are random: nothing can be learned from them.
        return Surprise.apply(model(ids[:, :-1]).flatten(0, 1), (ids[:, 1:] * sure(ids)).flatten())

    fit(model, run, recipe, loss_at,
        lambda: {name: round(value, 3) for name, value in scores(model, valid).items()}, look=1000,
        optimisers=optimisers(model, recipe))


def write(data, run, out):
    test = rows_of(f"{data}/test.tsv")
    pair = [next(row for row in test if len(row) == length) for length in (20, 12)]
    task = {"kind": "nextToken", "startToken": None, "endToken": None}
    facts = lambda model: {"accuracy": scores(model, test), "testItems": len(test)}
    export("induction", lambda: GPT2(**SHAPE), data, run, out, pair, task, facts)


if __name__ == "__main__":
    command(train, write, steps=4000, warm=100, muon=0.02, rate=1e-2, decay=0.01, batch=64, seed=1)
