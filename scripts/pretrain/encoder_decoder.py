"""The encoder-decoder of "Attention Is All You Need" (Vaswani et al. 2017) as `torch.nn.Transformer` has it, post-norm or
pre-norm, with one embedding matrix for both sides and the output, and what its trainers share.

Shapes: B batch, T target, S source, C width, H heads, D = C / H, V vocabulary. Token 0 is padding.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

from dropout import Dropout

EPSILON = 1e-5


def sinusoid(length, width):
    """sin and cos interleaved, section 3.5 of the paper -> [length, C]."""
    position = torch.arange(length, dtype=torch.float32)[:, None]
    rate = torch.exp(torch.arange(0, width, 2, dtype=torch.float32) * (-math.log(10000.0) / width))
    table = torch.zeros(length, width)
    table[:, 0::2] = torch.sin(position * rate)
    table[:, 1::2] = torch.cos(position * rate)
    return table


class Generator(nn.Module):
    """The output projection's bias; its weight is the embedding (section 3.4)."""

    def __init__(self, vocabulary):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(vocabulary))


class EncoderDecoder(nn.Module):
    def __init__(self, vocabulary, width, heads, encoder, decoder, inner, length, pre_norm=False, dropout=0.0,
                 attention_dropout=0.0):
        super().__init__()
        self.width, self.length = width, length
        self.src_embedding = nn.Embedding(vocabulary, width)
        nn.init.normal_(self.src_embedding.weight, std=width**-0.5)
        self.transformer = nn.Transformer(
            width, heads, encoder, decoder, inner, attention_dropout, "relu", layer_norm_eps=EPSILON, batch_first=True,
            norm_first=pre_norm,
        )
        for layer in [*self.transformer.encoder.layers, *self.transformer.decoder.layers]:
            for name in ("dropout", "dropout1", "dropout2", "dropout3"):
                if hasattr(layer, name):
                    setattr(layer, name, Dropout(dropout))
        self.generator = Generator(vocabulary)
        self.dropout = Dropout(dropout)
        self.register_buffer("positions", sinusoid(length, width), persistent=False)

    def embed(self, ids):
        return self.dropout(self.src_embedding(ids) * math.sqrt(self.width) + self.positions[: ids.shape[1]])

    def encode(self, source, padding):
        return self.transformer.encoder(self.embed(source), src_key_padding_mask=padding)

    def decode(self, target, memory, padding):
        causal = torch.ones(target.shape[1], target.shape[1], dtype=torch.bool, device=target.device).triu(1)
        hidden = self.transformer.decoder(
            self.embed(target), memory, tgt_mask=causal, memory_key_padding_mask=padding
        )
        return hidden @ self.src_embedding.weight.T + self.generator.bias

    def forward(self, source, target):
        """-> logits [B, T, V]"""
        padding = source == 0 if bool((source == 0).any()) else None
        return self.decode(target, self.encode(source, padding), padding)


def attention(module, queries, keys, hidden, keep, name):
    """Multi-head attention with every intermediate put into `keep`."""
    cut = lambda x: x.view(*x.shape[:2], module.num_heads, -1).transpose(1, 2)  # [B, H, T, D]
    q, k, v = (
        F.linear(x, weight, bias)
        for x, weight, bias in zip(
            (queries, keys, keys), module.in_proj_weight.chunk(3), module.in_proj_bias.chunk(3)
        )
    )
    scores = cut(q) @ cut(k).transpose(-2, -1) / math.sqrt(q.shape[-1] // module.num_heads)
    pattern = torch.softmax(scores.masked_fill(hidden, float("-inf")), -1)  # [B, H, T, S]
    gathered = pattern @ cut(v)
    merged = gathered.transpose(1, 2).reshape(queries.shape)
    out = module.out_proj(merged)
    short = {"query": q, "key": k, "value": v, "scaled_scores": scores, "pattern": pattern,
             "head_output": gathered, "merged": merged, "output": out}
    keep.update({f"{name}_{key}": value for key, value in short.items()})
    return out


def traced(model, source, target):
    """The forward pass written out, without dropout -> every intermediate by name."""
    keep = {}
    padding = (source == 0)[:, None, None, :]
    causal = torch.ones(target.shape[1], target.shape[1], dtype=torch.bool).triu(1)[None, None]

    def feed_forward(layer, x, at):
        hidden = keep[f"{at}.hidden"] = torch.relu(layer.linear1(x))
        return layer.linear2(hidden)

    def sublayer(layer, number, x, inside, at):
        """x + inside(norm(x)), or norm(x + inside(x))."""
        norm = getattr(layer, f"norm{number}")
        keep[f"{at}.norm{number}"] = x = x + inside(norm(x)) if layer.norm_first else norm(x + inside(x))
        return x

    x = keep["encoder_embeddings"] = model.embed(source)
    for index, layer in enumerate(model.transformer.encoder.layers):
        at = f"encoder.layer.{index}"
        x = sublayer(layer, 1, x, lambda y: attention(layer.self_attn, y, y, padding, keep, f"{at}.attention"), at)
        x = keep[f"{at}.output"] = sublayer(layer, 2, x, lambda y: feed_forward(layer, y, at), at)
    memory = keep["memory"] = model.transformer.encoder.norm(x)
    y = keep["decoder_embeddings"] = model.embed(target)
    for index, layer in enumerate(model.transformer.decoder.layers):
        at = f"decoder.layer.{index}"
        own = lambda z: attention(layer.self_attn, z, z, causal, keep, f"{at}.self_attention")
        cross = lambda z: attention(layer.multihead_attn, z, memory, padding, keep, f"{at}.cross_attention")
        y = sublayer(layer, 2, sublayer(layer, 1, y, own, at), cross, at)
        y = keep[f"{at}.output"] = sublayer(layer, 3, y, lambda z: feed_forward(layer, z, at), at)
    y = keep["decoder_output"] = model.transformer.decoder.norm(y)
    keep["logits"] = y @ model.src_embedding.weight.T + model.generator.bias
    return keep


def padded(rows):
    length = max(len(row) for row in rows)
    return torch.tensor([row + [0] * (length - len(row)) for row in rows])


@torch.no_grad()
def greedy(model, source, start, end):
    """Decodes a batch [B, S] -> lists of ids."""
    padding = source == 0
    memory = model.encode(source, padding)
    target = torch.full((len(source), 1), start, device=source.device)
    done = torch.zeros(len(source), dtype=torch.bool, device=source.device)
    while target.shape[1] < model.length and not done.all():
        token = model.decode(target, memory, padding)[:, -1].argmax(-1)
        target = torch.cat([target, token[:, None]], 1)
        done |= token == end
    return [row[: row.index(end)] if end in row else row for row in target[:, 1:].tolist()]


def config_of(vocabulary, shape, more):
    return {
        "model_type": "torch_transformer", "d_model": shape["width"], "nhead": shape["heads"],
        "num_encoder_layers": shape["encoder"], "num_decoder_layers": shape["decoder"],
        "dim_feedforward": shape["inner"], "activation": "relu", "norm_first": shape.get("pre_norm", False),
        "layer_norm_eps": EPSILON, "src_vocab_size": vocabulary, "tgt_vocab_size": vocabulary,
        "max_position_embeddings": shape["length"], "pad_token_id": 0, "positional_encoding": "sinusoidal",
        "scale_embedding": True, "tie_word_embeddings": True, **more, "task": {"kind": "sequenceToSequence"},
    }


@torch.no_grad()
def expected_of(model, source, target):
    """What tests compare the app with, for a padded batch; refused where it is not what torch.nn.Transformer gives."""
    results = traced(model, source, target)
    difference = (results["logits"] - model(source, target)).abs().max().item()
    if difference > 1e-4:
        raise SystemExit(f"The written-out forward pass differs from torch.nn.Transformer by {difference}.")
    wanted = {"encoder_embeddings", "decoder_embeddings", "memory", "decoder_output", "logits"}
    expected = {"src_ids": source.int().numpy(), "tgt_ids": target.int().numpy(), "src_mask": (source != 0).int().numpy()}
    for name, tensor in results.items():
        if name in wanted or name.endswith("_pattern"):
            expected[name] = tensor.numpy()
    return expected
