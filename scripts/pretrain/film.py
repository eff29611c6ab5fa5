"""Weights on the way of a training, as safetensors, from which scripts/models/growth.ts writes what a model said then.

  python3 scripts/pretrain/film.py FILM STEP=FILE...

STEP counts the steps of the whole chain of runs, FILE is a RUN/at-N.pt or RUN/state.pt: FILM/STEP.safetensors.
"""
import os
import sys

import torch

from common import write_safetensors


def main(folder, *frames):
    os.makedirs(folder, exist_ok=True)
    for frame in frames:
        step, path = frame.split("=", 1)
        state = torch.load(path, map_location="cpu")
        weights = state.get("mean") or state["model"]
        write_safetensors(f"{folder}/{int(step)}.safetensors", {name: tensor.half().numpy() for name, tensor in weights.items()})


if __name__ == "__main__":
    main(*sys.argv[1:])
