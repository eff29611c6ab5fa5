"""Trains `dictionary`, which writes the definition of a word, real or invented.

  npx tsx scripts/data/write.ts dictionary DATA
  python3 scripts/pretrain/dictionary.py train DATA RUN [--steps N]      resumes where RUN stopped
  python3 scripts/pretrain/dictionary.py train DATA RUN2 --start RUN      goes on from its end
  python3 scripts/pretrain/dictionary.py export DATA RUN public/models/dictionary
"""
import math

from common import command, fit, go_on_from, seeded
from gpt2 import GPT2, Batches, export, loss_of, nats, optimisers, read_rows

END = 1
SHAPE = {"vocabulary": 2000, "length": 64, "width": 160, "heads": 4, "layers": 4, "inner": 640}


def rows_of(path):
    """The end token stands before an entry and after it."""
    return [[END, *ids, END] for _, ids in read_rows(path)]


def bits_per_byte(model, path):
    """All tokens of every entry and its end token, over the bytes of the entries' text."""
    size = sum(len(text.encode()) for text, _ in read_rows(path))
    return nats(model, rows_of(path)) / math.log(2) / size


def train(data, run, recipe):
    batches = Batches(rows_of(f"{data}/train.tsv"), recipe["tokens"], recipe["seed"])
    model = seeded(recipe["seed"], GPT2, **SHAPE)
    if recipe["start"]:
        go_on_from(model, recipe["start"])
    valid = rows_of(f"{data}/valid.tsv")
    size = sum(len(text.encode()) for text, _ in read_rows(f"{data}/valid.tsv"))
    fit(model, run, recipe, lambda step: loss_of(model, batches.at(step)),
        lambda: {"bitsPerByte": round(nats(model, valid) / math.log(2) / size, 4)},
        optimisers=optimisers(model, recipe))


def write(data, run, out):
    test = rows_of(f"{data}/test.tsv")
    pair = [next(row for row in test if len(row) == length)[:-1] for length in (20, 12)]
    task = {"kind": "nextToken", "startToken": "<end>", "endToken": "<end>"}
    facts = lambda model: {"bitsPerByte": bits_per_byte(model, f"{data}/test.tsv"), "testItems": len(test)}
    export("dictionary", lambda: GPT2(**SHAPE), data, run, out, pair, task, facts)


if __name__ == "__main__":
    command(train, write, steps=4700, warm=100, muon=0.02, rate=4e-3, decay=0.01, tokens=3072, seed=1, start="")
