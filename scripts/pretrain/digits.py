"""Trains `digits`, a Vision Transformer (Dosovitskiy et al. 2020) that reads handwritten digits, in Hugging Face's weight names.

  npx tsx scripts/data/write.ts digits DATA
  python3 scripts/pretrain/digits.py train DATA RUN [--steps N]      resumes where RUN stopped
  python3 scripts/pretrain/digits.py export DATA RUN public/models/digits

Shapes: B batch, P patches, T = P + 1 tokens, C width, H heads, D = C / H, K classes.
"""
import base64
import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from bert import group, linear, read_cells
from common import Muon, adamw, command, device, fit, rounded, seeded, write_facts, write_json, write_safetensors
from dropout import Dropout

SIZE, PATCH, WIDTH, HEADS, LAYERS, INNER, CLASSES, EPSILON = 28, 4, 64, 4, 4, 256, 10, 1e-12
PATCHES = (SIZE // PATCH) ** 2


def norm():
    return nn.LayerNorm(WIDTH, eps=EPSILON)


def block():
    inside = group(query=linear(WIDTH, WIDTH), key=linear(WIDTH, WIDTH), value=linear(WIDTH, WIDTH))
    return group(
        layernorm_before=norm(), attention=group(attention=inside, output=group(dense=linear(WIDTH, WIDTH))),
        layernorm_after=norm(), intermediate=group(dense=linear(WIDTH, INNER)), output=group(dense=linear(INNER, WIDTH)),
    )


class VisionTransformer(nn.Module):
    def __init__(self, dropout=0.0):
        super().__init__()
        embeddings = group(patch_embeddings=group(projection=nn.Conv2d(1, WIDTH, PATCH, PATCH)))
        embeddings.register_parameter("cls_token", nn.Parameter(torch.randn(1, 1, WIDTH) * 0.02))
        embeddings.register_parameter("position_embeddings", nn.Parameter(torch.randn(1, PATCHES + 1, WIDTH) * 0.02))
        layers = nn.ModuleList(block() for _ in range(LAYERS))
        self.vit = group(embeddings=embeddings, encoder=group(layer=layers), layernorm=norm())
        self.classifier = linear(WIDTH, CLASSES)
        self.dropout = Dropout(dropout)

    def forward(self, pixels, trace=None):
        """pixels [B, 1, 28, 28] in [0, 1] -> logits [B, K]; intermediates go into `trace`."""
        trace = {} if trace is None else trace
        first = self.vit["embeddings"]
        patches = first["patch_embeddings"]["projection"](pixels).flatten(2).transpose(1, 2)  # [B, P, C]
        x = torch.cat([first.cls_token.expand(len(pixels), -1, -1), patches], 1) + first.position_embeddings
        x = trace["embeddings"] = self.dropout(x)
        cut = lambda y: y.view(*y.shape[:2], HEADS, -1).transpose(1, 2)  # [B, H, T, D]
        for index, layer in enumerate(self.vit["encoder"]["layer"]):
            inside, normed = layer["attention"]["attention"], layer["layernorm_before"](x)
            query, key, value = (cut(inside[name](normed)) for name in ("query", "key", "value"))
            pattern = torch.softmax(query @ key.transpose(-2, -1) / math.sqrt(WIDTH // HEADS), -1)
            merged = (pattern @ value).transpose(1, 2).reshape(x.shape)
            x = x + self.dropout(layer["attention"]["output"]["dense"](merged))
            hidden = F.gelu(layer["intermediate"]["dense"](layer["layernorm_after"](x)))
            x = x + self.dropout(layer["output"]["dense"](hidden))
            trace[f"layer.{index}.attention_pattern"] = pattern
            trace[f"layer.{index}.output"] = x
        return self.classifier(self.vit["layernorm"](x)[:, 0])


def read(path):
    """-> pixels [N, 1, 28, 28] in [0, 1], labels [N]"""
    cells = list(read_cells(path))
    pixels = np.stack([np.frombuffer(base64.b64decode(image), dtype=np.uint8) for _, image in cells])
    labels = torch.tensor([int(label) for label, _ in cells])
    return torch.from_numpy(pixels.copy()).float().view(-1, 1, SIZE, SIZE) / 255, labels


def moved(pixels, generator):
    """Every image turned by up to 15 degrees, made up to 15 % larger or smaller, sheared and shifted by up to 3 pixels."""
    spread = lambda reach: (torch.rand(len(pixels), generator=generator) * 2 - 1) * reach
    angle, size, shear = spread(math.radians(15)), 1 + spread(0.15), spread(0.2)
    shift = torch.stack([spread(3), spread(3)], 1) * 2 / SIZE
    turn = torch.stack([torch.cos(angle), -torch.sin(angle), torch.sin(angle), torch.cos(angle)], 1).view(-1, 2, 2)
    slant = torch.eye(2).repeat(len(pixels), 1, 1)
    slant[:, 0, 1] = shear
    grid = F.affine_grid(torch.cat([turn @ slant * size[:, None, None], shift[:, :, None]], 2), pixels.shape, align_corners=False)
    return F.grid_sample(pixels, grid, align_corners=False)


@torch.no_grad()
def accuracy(model, pixels, labels):
    right = sum((model(part.to(device())).argmax(-1).cpu() == answers).sum().item()
                for part, answers in zip(pixels.split(250), labels.split(250)))
    return right / len(labels)


def train(data, run, recipe):
    pixels, labels = read(f"{data}/train.tsv")
    model = seeded(recipe["seed"], VisionTransformer, dropout=recipe["dropout"])

    def loss_at(step):
        generator = torch.Generator().manual_seed(recipe["seed"] * 1_000_003 + step)
        chosen = torch.randint(len(labels), (recipe["batch"],), generator=generator)
        logits = model(moved(pixels[chosen], generator).to(device()))
        return F.cross_entropy(logits, labels[chosen].to(device()), label_smoothing=0.05)

    # Nothing is chosen by these scores: they are of a part of what is trained on.
    matrices = [weight for weight in model.vit["encoder"].parameters() if weight.dim() == 2]
    muon = Muon([{"params": matrices, "outputs": 0}], recipe["muon"])
    fit(model, run, recipe, loss_at, lambda: {"training": accuracy(model, pixels[:1000], labels[:1000])},
        optimisers=[muon, adamw(model, recipe["rate"], recipe["decay"], matrices)])


def write(data, run, out):
    weights, state = rounded(run)
    model = VisionTransformer()
    model.load_state_dict(weights)
    model.eval()
    write_safetensors(f"{out}/model.safetensors", {name: tensor.half().numpy() for name, tensor in weights.items()})
    write_json(f"{out}/config.json", {
        "model_type": "vit", "architectures": ["ViTForImageClassification"], "hidden_size": WIDTH,
        "num_attention_heads": HEADS, "num_hidden_layers": LAYERS, "intermediate_size": INNER, "hidden_act": "gelu",
        "layer_norm_eps": EPSILON, "image_size": SIZE, "patch_size": PATCH, "num_channels": 1, "qkv_bias": True,
        "id2label": {str(digit): str(digit) for digit in range(CLASSES)},
        "label2id": {str(digit): digit for digit in range(CLASSES)}, "task": {"kind": "imageClass"},
    })
    pixels, labels = read(f"{data}/test.tsv")
    pair, trace = pixels[:2], {}
    with torch.no_grad():
        trace["logits"] = model(pair, trace)
    expected = {"pixel_values": pair.numpy(), **{name: value.numpy() for name, value in trace.items()}}
    write_safetensors(f"{out}/expected.safetensors", expected)
    print(write_facts("digits", data, state, weights, {"accuracy": accuracy(model, pixels, labels)}))


if __name__ == "__main__":
    command(train, write, steps=2000, warm=100, muon=0.02, rate=2e-3, decay=0.05, batch=128, dropout=0.0, seed=1)
