"""Executes the PyTorch text of every step on the operands that the app computed, and compares what comes out.

Reads JSON lines from standard input: {"name", "code", "result", "operands": {name: {"shape", "data", "ids"}}, "expected"}.
"""
import json
import math
import sys

import torch
import torch.nn.functional as F


def tensor(plain):
    kind = torch.int64 if plain.get("ids") else torch.float32
    return torch.tensor(plain["data"], dtype=kind).reshape(plain["shape"])


worst, steps, failed = 0.0, 0, 0
for line in sys.stdin:
    step = json.loads(line)
    names = {"torch": torch, "F": F, "math": math}
    names.update({name: tensor(plain) for name, plain in step["operands"].items()})
    exec(step["code"], names)
    found, expected = names[step["result"]], tensor(step["expected"])
    if found.shape != expected.shape:
        difference = math.inf
    else:
        difference = ((found - expected).abs() / expected.abs().clamp(min=1)).max().item()
    steps += 1
    worst = max(worst, difference)
    if not difference <= 1e-5:
        failed += 1
        print(f"{step['name']}: {difference:.2e}\n{step['code']}")
print(f"{steps} steps, {failed} differ; largest difference {worst:.2e}")
sys.exit(1 if failed or steps == 0 else 0)
