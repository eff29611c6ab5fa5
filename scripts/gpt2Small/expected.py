"""What PyTorch gives for the checkpoint that weights.ts makes: expected.json.

    /usr/bin/python3 scripts/gpt2Small/expected.py > scripts/gpt2Small/expected.json

GPT-2 (Radford et al. 2019) in plain PyTorch, float32, one thread; the values are those of weights.ts, computed here
once more.
"""
import json
import math

import numpy as np
import torch
import torch.nn.functional as F

WIDTH, HEADS, LAYERS, VOCABULARY, POSITIONS = 768, 12, 12, 50257, 1024
# Any ids: from everywhere in the vocabulary, one twice.
IDS = [464, 3290, 318, 257, 50256, 12, 31373, 0, 40000, 257, 9999, 25000, 777, 13, 198, 42]
# Of each position's logits, those of these tokens are written down.
TOKENS = list(range(0, VOCABULARY, 1571))


def tensor(name, shape, exponent, centre=0.0):
    seed = 0x811C9DC5
    for character in name:
        seed = ((seed ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    size = int(np.prod(shape))
    with np.errstate(over="ignore"):
        values = np.arange(size, dtype=np.uint32) * np.uint32(0x9E3779B1) + np.uint32(seed)
        values = (values ^ (values >> np.uint32(16))) * np.uint32(0x85EBCA6B)
        values = (values ^ (values >> np.uint32(13))) * np.uint32(0xC2B2AE35)
        values ^= values >> np.uint32(16)
    whole = (values.view(np.int32) >> 16).astype(np.float32)
    return torch.from_numpy((np.float32(centre) + whole * np.float32(2.0**exponent)).reshape(shape))


def norm(x, name):
    return F.layer_norm(x, (WIDTH,), tensor(f"{name}.weight", (WIDTH,), -18, 1), tensor(f"{name}.bias", (WIDTH,), -20), 1e-5)


def linear(x, name, rows, columns, exponent):
    return x @ tensor(f"{name}.weight", (rows, columns), exponent) + tensor(f"{name}.bias", (columns,), -20)


def heads(x):
    return x.view(len(IDS), HEADS, WIDTH // HEADS).transpose(0, 1)


def main():
    torch.set_num_threads(1)
    embedding = tensor("wte.weight", (VOCABULARY, WIDTH), -20)
    x = embedding[IDS] + tensor("wpe.weight", (POSITIONS, WIDTH), -21)[: len(IDS)]
    later = torch.triu(torch.ones(len(IDS), len(IDS), dtype=torch.bool), 1)
    for layer in range(LAYERS):
        block = f"h.{layer}"
        query, key, value = linear(norm(x, f"{block}.ln_1"), f"{block}.attn.c_attn", WIDTH, 3 * WIDTH, -20).chunk(3, -1)
        scores = heads(query) @ heads(key).transpose(1, 2) / math.sqrt(WIDTH // HEADS)
        pattern = scores.masked_fill(later, -math.inf).softmax(-1)
        mixed = (pattern @ heads(value)).transpose(0, 1).reshape(len(IDS), WIDTH)
        x = x + linear(mixed, f"{block}.attn.c_proj", WIDTH, WIDTH, -22)
        hidden = linear(norm(x, f"{block}.ln_2"), f"{block}.mlp.c_fc", WIDTH, 4 * WIDTH, -20)
        # gelu_new: the tanh approximation (Hendrycks and Gimpel 2016).
        hidden = 0.5 * hidden * (1 + torch.tanh(math.sqrt(2 / math.pi) * (hidden + 0.044715 * hidden**3)))
        x = x + linear(hidden, f"{block}.mlp.c_proj", 4 * WIDTH, WIDTH, -22)
    logits = norm(x, "ln_f") @ embedding.T
    print(
        json.dumps(
            {
                "ids": IDS,
                "tokens": TOKENS,
                "best": logits.argmax(-1).tolist(),
                # [position][token], nine significant digits: all that a float32 holds.
                "logits": [[float(f"{value:.9g}") for value in row] for row in logits[:, TOKENS].tolist()],
            }
        )
    )


if __name__ == "__main__":
    with torch.no_grad():
        main()
