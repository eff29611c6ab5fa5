"""Trains `poems`, which writes Chinese quatrains of five or seven characters a line.

  npx tsx scripts/data/write.ts poems DATA
  python3 scripts/pretrain/poems.py train DATA RUN [--steps N]      resumes where RUN stopped
  python3 scripts/pretrain/poems.py export DATA RUN public/models/poems
"""
import torch

from common import command, fit, seeded
from gpt2 import GPT2, Batches, export, loss_of, nats, optimisers, read_rows

END, FORMS, COMMA, STOP, FIRST_CHARACTER = 2, {5: 3, 7: 4}, 5, 6, 7
SHAPE = {"vocabulary": 4098, "length": 36, "width": 128, "heads": 4, "layers": 5, "inner": 512}


def rows_of(path):
    """The end token stands before a poem and after it; after the first comes the form, `<5>` or `<7>`."""
    return [[END, *ids, END] for _, ids in read_rows(path)]


def nats_per_character(model, rows):
    """Of all characters and the end token, given the form: its surprise is taken off again."""
    return (nats(model, rows) - nats(model, [row[:2] for row in rows])) / sum(len(row) - 2 for row in rows)


@torch.no_grad()
def keeps_form(model, count, seed=1):
    """Share of `count` poems, sampled from the whole distribution and half of them in each form, that keep the form."""
    torch.manual_seed(seed)
    kept = 0
    for length, form in FORMS.items():
        rows = torch.tensor([[END, form]] * (count // 2))
        while rows.shape[1] < SHAPE["length"]:
            rows = torch.cat([rows, torch.multinomial(torch.softmax(model(rows)[:, -1], -1), 1)], 1)
        whole = "".join("c" * length + mark for mark in ",.,.") + "e"
        signs = {COMMA: ",", STOP: ".", END: "e"}
        for row in rows[:, 2 : 2 + len(whole)].tolist():
            kept += "".join(signs.get(token, "c" if token >= FIRST_CHARACTER else "?") for token in row) == whole
    return kept / count


def train(data, run, recipe):
    marked = rows_of(f"{data}/train.tsv")
    # Each poem also without its form, for visitors who type its first characters only.
    batches = Batches(marked + [[END, *row[2:]] for row in marked], recipe["tokens"], recipe["seed"])
    model = seeded(recipe["seed"], GPT2, **SHAPE)
    valid = rows_of(f"{data}/valid.tsv")
    fit(model, run, recipe, lambda step: loss_of(model, batches.at(step)),
        lambda: {"natsPerCharacter": round(nats_per_character(model, valid), 4)}, optimisers=optimisers(model, recipe))


def write(data, run, out):
    test = rows_of(f"{data}/test.tsv")
    pair = [next(row for row in test if row[1] == form)[:-1] for form in (4, 3)]
    task = {"kind": "nextToken", "startToken": "<end>", "endToken": "<end>"}
    facts = lambda model: {"natsPerCharacter": nats_per_character(model, test), "testItems": len(test),
                           "form": keeps_form(model, 200)}
    export("poems", lambda: GPT2(**SHAPE), data, run, out, pair, task, facts)


if __name__ == "__main__":
    command(train, write, steps=800, warm=100, muon=0.02, rate=4e-3, decay=0.01, tokens=3072, seed=1)
