"""ms of each step of training a decoder in PyTorch on one thread: a JSON object of its size in, a list out."""
import json
import sys
import time
from pathlib import Path

import torch
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parent.parent / "pretrain"))
from gpt2 import GPT2  # noqa: E402

torch.set_num_threads(1)
size = json.loads(sys.argv[1])
model = GPT2(size["vocabulary"], size["length"], size["width"], size["heads"], size["layers"], 4 * size["width"])
optimiser = torch.optim.AdamW(model.parameters(), 1e-3, betas=(0.9, 0.98))
ids = torch.randint(1, size["vocabulary"], (size["batch"], size["length"] + 1))
times = []
for _ in range(size["steps"]):
    began = time.perf_counter()
    loss = F.cross_entropy(model(ids[:, :-1]).flatten(0, 1), ids[:, 1:].flatten())
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1)
    optimiser.step()
    times.append(1000 * (time.perf_counter() - began))
print(json.dumps(times))
