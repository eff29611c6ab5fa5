"""A linear model of the words of a text and of pairs of them, which says of any stretch of words what it speaks for.

A feature is a word, two words side by side, a beginning or an end of a word, or a word among the first four; the model
takes the mean of what its features say (Joulin et al. 2016, https://arxiv.org/abs/1607.01759).

Shapes: B texts, K classes.
"""
import re
from collections import Counter

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

# What is said by all features is that much louder than their mean.
GAIN = 8.0


def features(words, first=True):
    """Names of what is seen in `words`; `first` where a text begins with them."""
    found = [*words, *(f"{one} {other}" for one, other in zip(words, words[1:]))]
    for word in words:
        found += [f"{word[:5]}-", f"-{word[-4:]}"]
    return found + [f"^{word}" for word in words[:4]] if first else found


def words_of(text):
    return re.findall(r"[a-z0-9]+", text.lower())


class WordModel:
    """Learns from texts and their labels when it is made; features that are met once are left out."""

    def __init__(self, texts, labels, classes, seed, epochs=4, size=256):
        seen = Counter(name for text in texts for name in set(features(words_of(text))))
        self.places = {name: place for place, name in enumerate(name for name, count in seen.items() if count > 1)}
        torch.manual_seed(seed)
        self.bag = nn.EmbeddingBag(len(self.places), classes, mode="mean", sparse=True)
        nn.init.zeros_(self.bag.weight)
        optimiser = torch.optim.SparseAdam(self.bag.parameters(), lr=0.05)
        found, rng = [features(words_of(text)) for text in texts], np.random.default_rng(seed)
        for epoch in range(epochs):
            for group in optimiser.param_groups:
                group["lr"] = 0.05 * (1 - epoch / epochs)
            order = rng.permutation(len(found))
            for some in np.array_split(order, len(order) // size):
                loss = F.cross_entropy(self.logits([found[place] for place in some]), torch.from_numpy(labels[some]), label_smoothing=0.05)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()

    def logits(self, found):
        """Features of B texts -> [B, K]"""
        places = [[self.places[name] for name in names if name in self.places] for names in found]
        starts = np.cumsum([0] + [len(some) for some in places[:-1]])
        return GAIN * self.bag(torch.tensor([place for some in places for place in some], dtype=torch.long), torch.from_numpy(starts))

    @torch.no_grad()
    def shares(self, found):
        """Features of B texts -> how likely it takes each class to be, [B, K]"""
        return torch.softmax(self.logits(found), -1)
