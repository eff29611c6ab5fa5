"""Two steps of training of a small model of each architecture with each optimiser in PyTorch, for the app to agree with.

    OMP_NUM_THREADS=1 python3 scripts/training/reference.py tests/contract/training

Weights have the app's names; linear weights are [in, out].
"""
import json
import math
import sys
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parent.parent / "pretrain"))
from common import write_safetensors  # noqa: E402

WIDTH, HEADS, INNER, VOCABULARY, LENGTH, EPSILON = 8, 2, 12, 11, 6, 1e-5
SHARED = {"width": WIDTH, "heads": HEADS, "feedForward": INNER, "epsilon": EPSILON, "vocabulary": VOCABULARY,
          "maximumLength": LENGTH, "padding": 0}
IDS = [[3, 1, 7, 2], [10, 4, 5, 0]]
KEEP = [[1, 1, 1, 1], [1, 1, 1, 0]]
CASES = {
    "encoderDecoder": {
        "config": {**SHARED, "architecture": "encoderDecoder", "encoderLayers": 1, "decoderLayers": 1,
                   "sourceVocabulary": VOCABULARY, "scaleEmbedding": True, "finalNorm": True, "outputBias": True,
                   "activation": "relu", "norm": "post", "positions": "sinusoidal", "sharedEmbedding": True,
                   "tiedOutput": True},
        "batch": {"ids": [[1, 5, 6], [2, 9, 0]], "source": IDS, "keep": KEEP, "targets": [[5, 6, 4], [9, 3, 0]],
                  "counted": [[1, 1, 1], [1, 1, 0]]},
    },
    "decoderOnly": {
        "config": {**SHARED, "architecture": "decoderOnly", "layers": 2, "finalNorm": True, "outputBias": False,
                   "activation": "geluTanh", "norm": "pre", "positions": "learned", "tiedOutput": True},
        "batch": {"ids": IDS, "source": None, "keep": KEEP, "targets": [[1, 7, 2, 4], [4, 5, 8, 0]],
                  "counted": [[0, 1, 1, 1], [1, 1, 1, 0]]},
    },
    "encoderOnly": {
        "config": {**SHARED, "architecture": "encoderOnly", "layers": 1, "segments": 0, "classes": None,
                   "outputBias": True, "activation": "gelu", "norm": "post", "positions": "learned",
                   "tiedOutput": False},
        "batch": {"ids": IDS, "source": None, "keep": KEEP, "targets": [[3, 1, 8, 2], [10, 6, 5, 0]],
                  "counted": [[0, 0, 1, 0], [0, 1, 0, 0]]},
    },
    # Images of 4 by 4 pixels in patches of 2 by 2.
    "imageEncoder": {
        "config": {"width": WIDTH, "heads": HEADS, "feedForward": INNER, "epsilon": EPSILON,
                   "architecture": "imageEncoder", "layers": 1, "activation": "gelu", "norm": "pre",
                   "imageSize": 4, "patchSize": 2, "channels": 1, "classes": 3},
        "batch": {"patches": [[[0, 0.5, 1, 0], [0.25, 0, 0, 1], [1, 1, 0, 0.75], [0, 0, 0.5, 0.5]],
                              [[1, 0, 0, 0.5], [0, 0.75, 0.25, 0], [0.5, 0, 1, 1], [0, 1, 0, 0]]],
                  "targets": [[2], [0]], "counted": [[1], [1]]},
    },
}
RATE, DECAY, CLIP, SMOOTHING, STEPS = 0.01, 0.1, 0.5, 0.1, 2
# A key's bias changes no softmax, so its slope is rounding alone: Adam's usual 1e-8 would make steps of that.
ADAM_EPSILON = 1e-5
OPTIMISERS = {
    "sgd": lambda groups: torch.optim.SGD(groups, RATE),
    "momentum": lambda groups: torch.optim.SGD(groups, RATE, momentum=0.9),
    "adam": lambda groups: torch.optim.Adam(groups, RATE, betas=(0.9, 0.98), eps=ADAM_EPSILON),
    "adamW": lambda groups: torch.optim.AdamW(groups, RATE, betas=(0.9, 0.98), eps=ADAM_EPSILON),
}
ACTIVATIONS = {"relu": F.relu, "gelu": F.gelu, "geluTanh": lambda x: F.gelu(x, approximate="tanh")}


def shapes(config):
    """Name -> shape of every weight, in the app's order."""
    found = {}

    def norm(at):
        found[f"{at}.gain"], found[f"{at}.bias"] = [WIDTH], [WIDTH]

    def linear(at, rows, columns):
        found[f"{at}.weight"], found[f"{at}.bias"] = [rows, columns], [columns]

    def stack(name, layers, cross):
        for layer in range(layers):
            at = f"{name}.{layer}"
            for part in ["selfAttention", "crossAttention"] if cross else ["selfAttention"]:
                for of in ["query", "key", "value", "output"]:
                    linear(f"{at}.{part}.{of}", WIDTH, WIDTH)
                norm(f"{at}.{part}.norm")
            linear(f"{at}.feedForward.up", WIDTH, INNER)
            linear(f"{at}.feedForward.down", INNER, WIDTH)
            norm(f"{at}.feedForward.norm")

    kind = config["architecture"]
    if kind == "imageEncoder":
        values, patches = config["patchSize"] ** 2, (config["imageSize"] // config["patchSize"]) ** 2
        linear("encoder.patch", values, WIDTH)
        found["encoder.classToken"], found["encoder.position"] = [1, WIDTH], [patches + 1, WIDTH]
        stack("encoder", config["layers"], False)
        norm("encoder.norm")
        linear("output", WIDTH, config["classes"])
        return found
    main = "decoder" if kind == "decoderOnly" else "encoder"
    found[f"{main}.embedding"] = [VOCABULARY, WIDTH]
    if config["positions"] == "learned":
        found[f"{main}.position"] = [LENGTH, WIDTH]
    if kind == "encoderDecoder":
        stack("encoder", config["encoderLayers"], False)
        norm("encoder.norm")
        stack("decoder", config["decoderLayers"], True)
        norm("decoder.norm")
    elif kind == "decoderOnly":
        stack("decoder", config["layers"], False)
        norm("decoder.norm")
    else:
        norm("encoder.embeddingNorm")
        stack("encoder", config["layers"], False)
        linear("head", WIDTH, WIDTH)
        norm("head.norm")
    if not config["tiedOutput"]:
        found["output.weight"] = [WIDTH, VOCABULARY]
    if config["outputBias"]:
        found["output.bias"] = [VOCABULARY]
    return found


def forward(config, w, batch):
    """-> logits [B, T, V], of images [B, 1, K]"""
    activation = ACTIVATIONS[config["activation"]]

    def linear(at, x):
        return x @ w[f"{at}.weight"] + w[f"{at}.bias"]

    def norm(at, x):
        return F.layer_norm(x, [WIDTH], w[f"{at}.gain"], w[f"{at}.bias"], EPSILON)

    def attention(at, x, context, hidden):
        cut = lambda y: y.unflatten(-1, (HEADS, -1)).transpose(1, 2)
        q, k, v = cut(linear(f"{at}.query", x)), cut(linear(f"{at}.key", context)), cut(linear(f"{at}.value", context))
        scores = (q @ k.transpose(-2, -1) / math.sqrt(WIDTH // HEADS)).masked_fill(hidden, float("-inf"))
        return linear(f"{at}.output", (torch.softmax(scores, -1) @ v).transpose(1, 2).flatten(2))

    def residual(at, x, inside):
        return x + inside(norm(f"{at}.norm", x)) if config["norm"] == "pre" else norm(f"{at}.norm", x + inside(x))

    def block(at, x, hidden, memory=None, memory_hidden=None):
        x = residual(f"{at}.selfAttention", x, lambda y: attention(f"{at}.selfAttention", y, y, hidden))
        if memory is not None:
            inside = lambda y: attention(f"{at}.crossAttention", y, memory, memory_hidden)
            x = residual(f"{at}.crossAttention", x, inside)
        inside = lambda y: linear(f"{at}.feedForward.down", activation(linear(f"{at}.feedForward.up", y)))
        return residual(f"{at}.feedForward", x, inside)

    def positions(length):
        angle = torch.arange(length)[:, None] / 10_000 ** (torch.arange(0, WIDTH, 2) / WIDTH)
        return torch.stack([angle.sin(), angle.cos()], -1).flatten(1)

    kind = config["architecture"]
    if kind == "imageEncoder":
        x = linear("encoder.patch", torch.tensor(batch["patches"]))
        x = torch.cat([w["encoder.classToken"].expand(len(x), 1, -1), x], 1) + w["encoder.position"]
        for layer in range(config["layers"]):
            x = block(f"encoder.{layer}", x, torch.tensor(False))
        return linear("output", norm("encoder.norm", x)[:, :1])
    ids = torch.tensor(batch["ids"])
    keep = torch.tensor(batch["keep"], dtype=torch.bool)
    later = torch.ones(ids.shape[1], ids.shape[1], dtype=torch.bool).triu(1)
    padding = ~keep[:, None, None, :]
    if kind == "encoderDecoder":
        table = w["encoder.embedding"]
        embed = lambda tokens: table[tokens] * math.sqrt(WIDTH) + positions(tokens.shape[1])
        x = embed(torch.tensor(batch["source"]))
        for layer in range(config["encoderLayers"]):
            x = block(f"encoder.{layer}", x, padding)
        memory, x = norm("encoder.norm", x), embed(ids)
        for layer in range(config["decoderLayers"]):
            x = block(f"decoder.{layer}", x, later, memory, padding)
        x = norm("decoder.norm", x)
    elif kind == "decoderOnly":
        table = w["decoder.embedding"]
        x = table[ids] + w["decoder.position"][: ids.shape[1]]
        for layer in range(config["layers"]):
            x = block(f"decoder.{layer}", x, later | padding)
        x = norm("decoder.norm", x)
    else:
        table = w["encoder.embedding"]
        x = norm("encoder.embeddingNorm", table[ids] + w["encoder.position"][: ids.shape[1]])
        for layer in range(config["layers"]):
            x = block(f"encoder.{layer}", x, padding)
        x = norm("head.norm", activation(linear("head", x)))
    logits = x @ (table.T if config["tiedOutput"] else w["output.weight"])
    return logits + w["output.bias"] if config["outputBias"] else logits


def train(config, batch, start, kind):
    """-> the loss before each step, and the weights after the last."""
    w = {name: tensor.clone().requires_grad_() for name, tensor in start.items()}
    groups = [{"params": [x for x in w.values() if x.dim() == 2], "weight_decay": DECAY},
              {"params": [x for x in w.values() if x.dim() == 1], "weight_decay": 0.0}]
    optimiser = OPTIMISERS[kind](groups)
    counted = torch.tensor(batch["counted"]).flatten() == 1
    targets = torch.tensor(batch["targets"]).flatten().masked_fill(~counted, -100)
    losses = []
    for _ in range(STEPS):
        loss = F.cross_entropy(forward(config, w, batch).flatten(0, 1), targets, label_smoothing=SMOOTHING)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(w.values(), CLIP)
        optimiser.step()
        losses.append(loss.item())
    return losses, {name: tensor.detach() for name, tensor in w.items()}


def main(out):
    torch.manual_seed(1)
    tensors, described = {}, {}
    for case, given in CASES.items():
        start = {}
        for name, shape in shapes(given["config"]).items():
            start[name] = torch.randn(shape) * 0.4 + (1 if name.endswith(".gain") else 0)
        flat = lambda weights: torch.cat([x.flatten() for x in weights.values()]).numpy().astype(np.float32)
        tensors[f"{case}.start"] = flat(start)
        described[case] = {**given, "names": list(start), "losses": {}}
        for kind in OPTIMISERS:
            losses, after = train(given["config"], given["batch"], start, kind)
            described[case]["losses"][kind] = losses
            tensors[f"{case}.{kind}"] = flat(after)
    write_safetensors(f"{out}/reference.safetensors", tensors)
    settings = {"rate": RATE, "weightDecay": DECAY, "clip": CLIP, "smoothing": SMOOTHING, "steps": STEPS,
                "epsilon": ADAM_EPSILON}
    Path(out, "reference.json").write_text(json.dumps({"settings": settings, "cases": described}) + "\n")


main(sys.argv[1])
