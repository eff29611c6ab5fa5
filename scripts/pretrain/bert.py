"""The encoder-only Transformer of BERT (Devlin et al. 2018) in Hugging Face's weight names, and what its trainers share.

Shapes: B batch, T sequence, C width, H heads, D = C / H, F feed-forward, V vocabulary, K classes.
"""
import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from common import Muon, adamw, copy, earlier, rounded, write_facts, write_json, write_safetensors
from dropout import Dropout

CLS, SEP, MASK = 2, 3, 4
EPSILON = 1e-12
SHAPE = {"vocabulary": 2000, "length": 64, "width": 128, "heads": 4, "layers": 4, "inner": 512}


def group(**modules):
    return nn.ModuleDict(modules)


def linear(inputs, outputs):
    layer = nn.Linear(inputs, outputs)
    nn.init.normal_(layer.weight, std=0.05)
    nn.init.zeros_(layer.bias)
    return layer


def table(rows, width):
    layer = nn.Embedding(rows, width)
    nn.init.normal_(layer.weight, std=0.05)
    return layer


def block(width, inner):
    norm = lambda: nn.LayerNorm(width, eps=EPSILON)
    return group(
        attention=group(
            self=group(query=linear(width, width), key=linear(width, width), value=linear(width, width)),
            output=group(dense=linear(width, width), LayerNorm=norm()),
        ),
        intermediate=group(dense=linear(width, inner)),
        output=group(dense=linear(inner, width), LayerNorm=norm()),
    )


class Encoder(nn.Module):
    def __init__(self, vocabulary, length, width, heads, layers, inner, dropout=0.0):
        super().__init__()
        self.heads, self.width = heads, width
        self.bert = group(
            embeddings=group(
                word_embeddings=table(vocabulary, width), position_embeddings=table(length, width),
                token_type_embeddings=table(2, width), LayerNorm=nn.LayerNorm(width, eps=EPSILON),
            ),
            encoder=group(layer=nn.ModuleList(block(width, inner) for _ in range(layers))),
        )
        self.dropout = Dropout(dropout)

    def encode(self, ids, segments, keep=None, trace=None):
        """ids and segments [B, T], keep [B, T] with 0 for padding -> [B, T, C]; intermediates go into `trace`."""
        trace = {} if trace is None else trace
        tables = self.bert["embeddings"]
        x = tables["word_embeddings"](ids) + tables["token_type_embeddings"](segments)
        x = self.dropout(tables["LayerNorm"](x + tables["position_embeddings"].weight[: ids.shape[1]]))
        trace["embeddings"] = x
        cut = lambda y: y.view(*y.shape[:2], self.heads, -1).transpose(1, 2)  # [B, H, T, D]
        for index, layer in enumerate(self.bert["encoder"]["layer"]):
            inside = layer["attention"]["self"]
            weight = torch.cat([inside[name].weight for name in ("query", "key", "value")])
            bias = torch.cat([inside[name].bias for name in ("query", "key", "value")])
            query, key, value = F.linear(x, weight, bias).split(self.width, 2)
            scores = cut(query * (self.width // self.heads) ** -0.5) @ cut(key).transpose(-2, -1)
            if keep is not None:
                scores = scores.masked_fill((keep == 0)[:, None, None, :], float("-inf"))
            pattern = torch.softmax(scores, -1)
            merged = (pattern @ cut(value)).transpose(1, 2).reshape(x.shape)
            out = layer["attention"]["output"]
            x = out["LayerNorm"](x + self.dropout(out["dense"](merged)))
            hidden = F.gelu(layer["intermediate"]["dense"](x))
            x = layer["output"]["LayerNorm"](x + self.dropout(layer["output"]["dense"](hidden)))
            trace[f"layer.{index}.attention_pattern"] = pattern
            trace[f"layer.{index}.output"] = x
        return x


class MaskedLanguageModel(Encoder):
    """The output's weight is the embedding."""

    def __init__(self, vocabulary, width, **shape):
        super().__init__(vocabulary=vocabulary, width=width, **shape)
        transform = group(dense=linear(width, width), LayerNorm=nn.LayerNorm(width, eps=EPSILON))
        self.cls = group(predictions=group(transform=transform))
        self.cls["predictions"].register_parameter("bias", nn.Parameter(torch.zeros(vocabulary)))

    def predict(self, x):
        """x [..., C] -> logits [..., V]"""
        head = self.cls["predictions"]
        x = head["transform"]["LayerNorm"](F.gelu(head["transform"]["dense"](x)))
        return F.linear(x, self.bert["embeddings"]["word_embeddings"].weight, head.bias)

    def forward(self, ids, segments, keep=None, trace=None):
        return self.predict(self.encode(ids, segments, keep, trace))


class Classifier(Encoder):
    def __init__(self, classes, width, **shape):
        super().__init__(width=width, **shape)
        self.bert["pooler"] = group(dense=linear(width, width))
        self.classifier = linear(width, classes)

    def forward(self, ids, segments, keep=None, trace=None):
        """-> logits [B, K]"""
        first = self.encode(ids, segments, keep, trace)[:, 0]
        return self.classifier(self.dropout(torch.tanh(self.bert["pooler"]["dense"](first))))


class Unrest:
    """While it is open, `squares` collects for every block the mean of the squares of what its feed-forward units add up to a
    number. As part of a loss it keeps a model from large terms that cancel one another, whose sum has few digits in 32 bits."""

    def __init__(self, model):
        self.layers, self.squares = [layer["output"]["dense"] for layer in model.bert["encoder"]["layer"]], []

    def __enter__(self):
        add = lambda dense, given, _: self.squares.append((given[0] ** 2 @ (dense.weight**2).T).mean())
        self.hooks = [dense.register_forward_hook(add) for dense in self.layers]
        return self

    def __exit__(self, *_):
        for hook in self.hooks:
            hook.remove()


def calmed(model, calm, loss_of):
    """What `loss_of()` gives with one pass of `model`, and `calm` times its unrest."""
    if not calm:
        return loss_of()
    with Unrest(model) as unrest:
        return loss_of() + calm * sum(unrest.squares)


def optimisers(model, recipe):
    """Muon for the matrices in the blocks, AdamW for embeddings, heads and vectors."""
    matrices = [weight for weight in model.bert["encoder"].parameters() if weight.dim() == 2]
    muon = Muon([{"params": matrices, "outputs": 0}], recipe["muon"])
    return [muon, adamw(model, recipe["rate"], recipe["decay"], matrices)]


def read_cells(path):
    """The cells of every line of a file that scripts/data/write.ts made."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def numbers(cell):
    return [int(number) for number in cell.split(" ")] if cell else []


def equal_lengths(lengths, tokens, rng):
    """Places of rows in batches of one length and about `tokens` tokens, in random order: nothing needs padding."""
    lengths = np.asarray(lengths)
    order = np.lexsort((rng.random(len(lengths)), lengths))
    cuts = np.flatnonzero(np.diff(lengths[order])) + 1
    batches = []
    for part in np.split(order, cuts):
        batches.extend(np.array_split(part, max(1, round(len(part) * lengths[part[0]] / tokens))))
    return [batches[index] for index in rng.permutation(len(batches))]


def config_of(shape, more):
    return {
        "model_type": "bert", "hidden_size": shape["width"], "num_attention_heads": shape["heads"],
        "num_hidden_layers": shape["layers"], "intermediate_size": shape["inner"], "vocab_size": shape["vocabulary"],
        "max_position_embeddings": shape["length"], "type_vocab_size": 2, "hidden_act": "gelu",
        "layer_norm_eps": EPSILON, "pad_token_id": 0, **more,
    }


def export(name, model, data, run, out, pair, more, facts):
    """Weights, config, tokenizer, and the results for a pair of rows of (ids, segments), the shorter one padded."""
    weights, state = rounded(run)
    model.load_state_dict(weights)
    model.eval()
    write_safetensors(f"{out}/model.safetensors", {key: value.half().numpy() for key, value in weights.items()})
    write_json(f"{out}/config.json", config_of(SHAPE, more))
    copy(f"{data}/tokenizer.json", f"{out}/tokenizer.json")
    length = max(len(ids) for ids, _ in pair)
    pad = lambda rows: torch.tensor([row + [0] * (length - len(row)) for row in rows])
    ids, segments = pad([ids for ids, _ in pair]), pad([segments for _, segments in pair])
    keep, trace = pad([[1] * len(ids) for ids, _ in pair]), {}
    with torch.no_grad():
        trace["logits"] = model(ids, segments, keep, trace)
    expected = {"input_ids": ids, "token_type_ids": segments, "attention_mask": keep}
    arrays = {key: value.int().numpy() for key, value in expected.items()}
    arrays.update({key: value.numpy() for key, value in trace.items()})
    write_safetensors(f"{out}/expected.safetensors", arrays)
    return write_facts(name, data, state, weights, {**facts(model), **earlier(state["recipe"])})
