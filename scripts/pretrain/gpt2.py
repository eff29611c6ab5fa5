"""The decoder-only Transformer of GPT-2 (Radford et al. 2019) in GPT-2's own weight names, and what its trainers share.

Shapes: B batch, T sequence, C width, H heads, D = C / H, F feed-forward (0: attention only), V vocabulary.
"""
import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from common import Muon, adamw, copy, device, earlier, rounded, write_facts, write_json, write_safetensors

PADDING = 0


class Linear(nn.Module):
    """x W + b with W [in, out], as GPT-2's files have it."""

    def __init__(self, inputs, outputs, deviation):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(inputs, outputs) * deviation)
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return torch.addmm(self.bias, x.reshape(-1, x.shape[-1]), self.weight).view(*x.shape[:-1], -1)


class Attention(nn.Module):
    def __init__(self, width, heads, deviation, last):
        super().__init__()
        self.heads = heads
        self.c_attn = Linear(width, 3 * width, deviation)
        self.c_proj = Linear(width, width, last)

    def forward(self, x, hidden, off=()):
        """x [B, T, C], hidden [B or 1, 1, T, T] -> [B, T, C], pattern [B, H, T, T]; the heads in `off` give zeros."""
        batch, length, width = x.shape
        query, key, value = (
            part.view(batch, length, self.heads, -1).transpose(1, 2) for part in self.c_attn(x).split(width, 2)
        )  # [B, H, T, D]
        scores = query @ key.transpose(-2, -1) / math.sqrt(width // self.heads)
        pattern = torch.softmax(scores.masked_fill(hidden, float("-inf")), -1)
        gathered = pattern @ value
        for head in off:
            gathered[:, head] = 0
        return self.c_proj(gathered.transpose(1, 2).reshape(batch, length, width)), pattern


class FeedForward(nn.Module):
    def __init__(self, width, inner, deviation, last):
        super().__init__()
        self.c_fc = Linear(width, inner, deviation)
        self.c_proj = Linear(inner, width, last)

    def forward(self, x):
        return self.c_proj(F.gelu(self.c_fc(x)))


class Block(nn.Module):
    def __init__(self, width, heads, inner, deviation, last):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width)
        self.attn = Attention(width, heads, deviation, last)
        self.ln_2 = nn.LayerNorm(width) if inner else None
        self.mlp = FeedForward(width, inner, deviation, last) if inner else None


class GPT2(nn.Module):
    def __init__(self, vocabulary, length, width, heads, layers, inner, dropout=0.0):
        super().__init__()
        deviation, last = 0.02, 0.02 / math.sqrt(2 * layers)
        self.shape = {"n_embd": width, "n_head": heads, "n_layer": layers, "n_positions": length, "n_inner": inner,
                      "vocab_size": vocabulary}
        self.wte = nn.Embedding(vocabulary, width)
        self.wpe = nn.Embedding(length, width)
        for table in (self.wte, self.wpe):
            nn.init.normal_(table.weight, std=deviation)
        self.h = nn.ModuleList(Block(width, heads, inner, deviation, last) for _ in range(layers))
        self.ln_f = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids, keep=None, off=None, trace=None):
        """ids [B, T], keep [B, T] with 0 for padding -> logits [B, T, V]. `off` is the heads without effect by layer;
        intermediates go into the dictionary `trace`."""
        length = ids.shape[1]
        hidden = torch.ones(length, length, dtype=torch.bool, device=ids.device).triu(1)[None, None]
        if keep is not None:
            hidden = hidden | (keep == 0)[:, None, None, :]
        x = self.dropout(self.wte(ids) + self.wpe.weight[:length])
        if trace is not None:
            trace["embeddings"] = x
        for index, block in enumerate(self.h):
            mixed, pattern = block.attn(block.ln_1(x), hidden, (off or {}).get(index, ()))
            x = x + self.dropout(mixed)
            if block.mlp is not None:
                x = x + self.dropout(block.mlp(block.ln_2(x)))
            if trace is not None:
                trace[f"layer.{index}.attention_pattern"] = pattern
                trace[f"layer.{index}.output"] = x
        return self.ln_f(x) @ self.wte.weight.T


def read_rows(path):
    """Text and ids of every line of a file that scripts/data/write.ts made."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            text, ids = line.rstrip("\n").split("\t")
            yield text, [int(token) for token in ids.split(" ")]


def padded(rows):
    """Rows of ids -> [B, T] with padding after the shorter ones."""
    table = np.full((len(rows), max(map(len, rows))), PADDING, dtype=np.int64)
    for row, ids in zip(table, rows):
        row[: len(ids)] = ids
    return torch.from_numpy(table).to(device())


class Batches:
    """Batches of whole rows of like length, about `tokens` tokens each; which rows a step has depends on the seed alone."""

    def __init__(self, rows, tokens, seed):
        self.rows, self.seed, self.epoch = rows, seed, None
        self.lengths = np.array([len(row) for row in rows])
        self.cuts, start = [0], 0
        for place, length in enumerate(np.sort(self.lengths)):
            if (place + 1 - start) * length > tokens:
                self.cuts.append(place)
                start = place
        self.cuts.append(len(rows))

    def __len__(self):
        return len(self.cuts) - 1

    def at(self, step):
        epoch, index = divmod(step, len(self))
        if epoch != self.epoch:
            rng = np.random.default_rng([self.seed, epoch])
            # Rows of equal length are together in other batches each time.
            self.order, self.turns, self.epoch = np.lexsort((rng.random(len(self.rows)), self.lengths)), rng.permutation(len(self)), epoch
        turn = self.turns[index]
        return padded([self.rows[place] for place in self.order[self.cuts[turn] : self.cuts[turn + 1]]])


class Surprise(torch.autograd.Function):
    """F.cross_entropy with the mean over tokens that are no padding, in a third of the time on a processor."""

    @staticmethod
    def forward(context, logits, targets):
        shares = torch.softmax(logits, -1)
        known = targets != PADDING
        context.save_for_backward(shares, targets, known)
        return -shares.gather(1, targets[:, None])[:, 0].clamp_min(1e-30).log()[known].mean()

    @staticmethod
    def backward(context, slope):
        shares, targets, known = context.saved_tensors
        shares.scatter_add_(1, targets[:, None], shares.new_full((len(targets), 1), -1.0))
        return shares.mul_((known * (slope / known.sum()))[:, None]), None


def loss_of(model, ids):
    """Cross-entropy in nats, the mean over every token after the first; padding does not count."""
    return Surprise.apply(model(ids[:, :-1]).flatten(0, 1), ids[:, 1:].flatten())


def optimisers(model, recipe):
    """Muon for the matrices in the blocks, AdamW for embeddings and vectors."""
    packed = [block.attn.c_attn.weight for block in model.h]
    single = [layer.weight for block in model.h for layer in (block.attn.c_proj, *(block.mlp.children() if block.mlp else ()))]
    muon = Muon([{"params": packed, "parts": 3}, {"params": single}], recipe["muon"])
    return [muon, adamw(model, recipe["rate"], recipe["decay"], packed + single)]


@torch.no_grad()
def nats(model, rows, tokens=8192):
    """Summed over all rows."""
    batches = Batches(rows, tokens, 0)
    total = 0.0
    for step in range(len(batches)):
        ids = batches.at(step)
        logits = model(ids[:, :-1]).flatten(0, 1)
        total += F.cross_entropy(logits, ids[:, 1:].flatten(), ignore_index=PADDING, reduction="sum").item()
    return total


def export(name, make, data, run, out, pair, task, more):
    """Writes the folder of a shipped model. `pair` is two rows of ids for the expected results, `task` what config.json
    says of the model's use, `more(model)` further facts of the run."""
    weights, state = rounded(run)
    model = make()
    model.load_state_dict(weights)
    model.eval()
    write_safetensors(f"{out}/model.safetensors", {key: tensor.half().numpy() for key, tensor in weights.items()})
    write_json(f"{out}/config.json", {
        "model_type": "gpt2", **model.shape, "activation_function": "gelu", "layer_norm_epsilon": 1e-5,
        "tie_word_embeddings": True, "task": task,
    })
    copy(f"{data}/tokenizer.json", f"{out}/tokenizer.json")
    ids = padded(pair).cpu()
    keep = torch.tensor([[1] * len(row) + [0] * (ids.shape[1] - len(row)) for row in pair])
    trace = {}
    with torch.no_grad():
        trace["logits"] = model(ids, keep, trace=trace)
        facts = more(model)
    expected = {"input_ids": ids.int().numpy(), "attention_mask": keep.int().numpy()}
    write_safetensors(f"{out}/expected.safetensors", {**expected, **{key: value.numpy() for key, value in trace.items()}})
    print(write_facts(name, data, state, weights, {**facts, **earlier(state["recipe"])}))
