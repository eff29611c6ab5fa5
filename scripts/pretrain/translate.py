"""Trains the translate model: an encoder-decoder Transformer as in "Attention Is All You Need" (Vaswani et al. 2017).

  npx tsx scripts/translate/write.ts DATA
  python3 scripts/pretrain/translate.py train DATA RUN [--steps N] [--start MODEL]      resumes where RUN stopped
  python3 scripts/pretrain/translate.py export DATA RUN public/models/translate

Needs PyTorch 1.13 or newer and NumPy, nothing else. On one core set OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive.
Shapes: B batch, T target, S source, C width, H heads, D = C / H, V vocabulary.
"""
import argparse
import json
import os
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from common import earlier, go_on_from, share, write_safetensors
from encoder_decoder import EncoderDecoder, config_of, expected_of, greedy, padded, traced

SHAPE = {"width": 64, "heads": 4, "encoder": 2, "decoder": 2, "inner": 128, "length": 32}
LANGUAGES = ("fr", "zh")


class Data:
    def __init__(self, folder):
        with open(f"{folder}/tokenizer.json", encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        with open(f"{folder}/data.json", encoding="utf-8") as file:
            self.facts = json.load(file)
        self.special = {key: self.vocabulary[word] for key, word in self.facts["specials"].items()}
        self.folder = folder

    def ids(self, text):
        return [self.vocabulary[word] for word in text.split()]

    def rows(self, name):
        """Every sentence as ids: (source, {"fr": …, "zh": …})."""
        with open(f"{self.folder}/{name}.tsv", encoding="utf-8") as file:
            for line in file:
                en, fr, zh = line.rstrip("\n").split("\t")
                yield self.ids(en), {"fr": self.ids(fr), "zh": self.ids(zh)}


def exact_match(model, data, rows, device):
    model.eval()
    scores = {}
    for language in LANGUAGES:
        right = 0
        for start in range(0, len(rows), 250):
            part = rows[start : start + 250]
            sources = padded([source for source, _ in part]).to(device)
            outputs = greedy(model, sources, data.special[language], data.special["end"])
            right += sum(output == targets[language] for output, (_, targets) in zip(outputs, part))
        scores[language] = right / len(rows)
    model.train()
    return scores


def batches(examples, lengths, size, rng):
    """One epoch: batches of like length, in random order."""
    order = np.lexsort((rng.random(len(lengths)), lengths))
    starts = np.arange(0, len(order), size)
    rng.shuffle(starts)
    for start in starts:
        yield [examples[index] for index in order[start : start + size]]


def train(data, run, steps, rate, dropout, start=None, size=256, seed=1):
    os.makedirs(run, exist_ok=True)
    torch.manual_seed(seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = EncoderDecoder(len(data.vocabulary), dropout=dropout, attention_dropout=dropout, **SHAPE).to(device)
    if start:
        go_on_from(model, start)
    optimiser = torch.optim.Adam(model.parameters(), lr=rate, betas=(0.9, 0.98), eps=1e-9)
    path, step, spent = f"{run}/state.pt", 0, 0.0
    # Read now: a run may start from the very folder that it is exported to.
    recipe = {"steps": steps, "batch": size, "rate": rate, "dropout": dropout, "seed": seed,
              "device": torch.cuda.get_device_name() if device == "cuda" else "one processor core",
              **({"start": start} if start else {}), **earlier({"start": start})}
    if os.path.exists(path):
        state = torch.load(path, map_location=device)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        step, spent = state["step"], state["seconds"]
        recipe = {**state["recipe"], "steps": steps, "rate": rate, "dropout": dropout}
    warm = min(1000, steps // 10)
    examples = [
        (source, [data.special[language], *targets[language], data.special["end"]])
        for name in ("train", "unfinished")
        for source, targets in data.rows(name)
        for language in LANGUAGES
    ]
    lengths = np.array([len(source) * 32 + len(target) for source, target in examples])
    held_out = list(data.rows("test"))[:250]
    per_epoch = -(-len(examples) // size)
    began = time.time()
    while step < steps:
        epoch, skip = divmod(step, per_epoch)
        for index, batch in enumerate(batches(examples, lengths, size, np.random.default_rng([seed, epoch]))):
            if index < skip or step >= steps:
                continue
            for group in optimiser.param_groups:
                group["lr"] = rate * share(step, steps, warm)
            source, target = padded([pair[0] for pair in batch]).to(device), padded([pair[1] for pair in batch]).to(device)
            logits = model(source, target[:, :-1])
            loss = F.cross_entropy(logits.flatten(0, 1), target[:, 1:].flatten(), ignore_index=0)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            if step % 500 == 0 or step == steps:
                seconds = spent + time.time() - began
                scores = exact_match(model, data, held_out, device) if step % 2000 == 0 or step == steps else None
                print(json.dumps({"step": step, "loss": round(loss.item(), 4), "seconds": round(seconds), "scores": scores}), flush=True)
                state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "seconds": seconds,
                         "recipe": recipe}
                torch.save(state, f"{path}.new")
                os.replace(f"{path}.new", path)


def export(data, run, out):
    os.makedirs(out, exist_ok=True)
    state = torch.load(f"{run}/state.pt", map_location="cpu")
    model = EncoderDecoder(len(data.vocabulary), **SHAPE)
    # What is shipped is F16, so everything below is computed with the rounded weights.
    rounded = {name: tensor.half().float() for name, tensor in state["model"].items()}
    model.load_state_dict(rounded)
    model.eval()
    write_safetensors(f"{out}/model.safetensors", {name: tensor.half().numpy() for name, tensor in rounded.items()})
    config = config_of(len(data.vocabulary), SHAPE, {
        "end_token": data.facts["specials"]["end"], "source_token_limit": data.facts["sourceLimit"],
        "languages": {"fr": {"start_token": "<fr>", "separator": " "}, "zh": {"start_token": "<zh>", "separator": ""}},
    })
    with open(f"{out}/config.json", "w", encoding="utf-8") as file:
        file.write(json.dumps(config, indent=2) + "\n")
    with open(f"{data.folder}/tokenizer.json", encoding="utf-8") as source, open(f"{out}/tokenizer.json", "w", encoding="utf-8") as file:
        file.write(source.read())
    rows = list(data.rows("test"))
    pair = [row for row in rows if len(row[0]) > 6][:1] + [row for row in rows if len(row[0]) == 5][:1]
    source = padded([row[0] for row in pair])
    target = padded([[data.special[language], *row[1][language]] for row, language in zip(pair, LANGUAGES)])
    write_safetensors(f"{out}/expected.safetensors", expected_of(model, source, target))
    facts = {"step": state["step"], "seconds": round(state["seconds"]), **state["recipe"], "sentences": data.facts["train"],
             "unfinished": data.facts["unfinished"],
             "parameters": sum(tensor.numel() for tensor in rounded.values()), "torch": torch.__version__}
    with open(f"{os.path.dirname(os.path.abspath(__file__))}/translate.training.json", "w", encoding="utf-8") as file:
        file.write(json.dumps(facts, indent=2) + "\n")
    print(json.dumps({**facts, "exactMatch": exact_match(model, data, rows, "cpu")}))


class Everything(nn.Module):
    """For ONNX: every intermediate is an output."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, source, target):
        return tuple(traced(self.model, source, target).values())


def export_onnx(data, run, out):
    model = EncoderDecoder(len(data.vocabulary), **SHAPE)
    model.load_state_dict({name: tensor.half().float() for name, tensor in torch.load(f"{run}/state.pt", map_location="cpu")["model"].items()})
    model.eval()
    source, target = torch.tensor([[5, 6, 7, 8, 9]]), torch.tensor([[3, 600, 601, 602]])
    names = [name.replace(".", "_") for name in traced(model, source, target)]
    os.makedirs(os.path.dirname(out), exist_ok=True)
    dynamic = {"source": {1: "S"}, "target": {1: "T"}}
    torch.onnx.export(Everything(model), (source, target), out, input_names=["source", "target"], output_names=names,
                      dynamic_axes=dynamic, opset_version=14)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["train", "export", "onnx"])
    parser.add_argument("data")
    parser.add_argument("run")
    parser.add_argument("out", nargs="?")
    parser.add_argument("--steps", type=int, default=16000)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.05)
    parser.add_argument("--start", help="folder of a shipped model, whose weights are the first")
    given = parser.parse_args()
    corpus = Data(given.data)
    if given.command == "train":
        train(corpus, given.run, given.steps, given.rate, given.dropout, given.start)
    elif given.command == "export":
        export(corpus, given.run, given.out)
    else:
        export_onnx(corpus, given.run, given.out)
