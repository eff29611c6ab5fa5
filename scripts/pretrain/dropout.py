"""Dropout that costs little on a processor."""
import torch
from torch import nn


class Dropout(nn.Module):
    """As nn.Dropout, with a mask cut at a random place out of a long one: drawing each bit anew takes a sixth of a step."""

    pools = {}

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if self.share == 0 or not self.training:
            return x
        if self.share not in Dropout.pools:
            generator = torch.Generator().manual_seed(0)
            Dropout.pools[self.share] = (torch.rand(1 << 24, generator=generator) >= self.share).float() / (1 - self.share)
        pool = Dropout.pools[self.share]
        start = int(torch.randint(pool.numel() - x.numel(), (1,)))
        return x * pool[start : start + x.numel()].view(x.shape).to(x.device)
