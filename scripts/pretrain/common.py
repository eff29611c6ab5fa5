"""What the training scripts share: the resumable loop, the files, the facts of a run. Knows nothing of models or data.

Needs PyTorch 1.13 or newer and NumPy, nothing else. On one core set OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive.
"""
import argparse
import json
import math
import os
import time

import numpy as np
import torch
from torch import nn

# Numbers below 1e-38 are counted in microcode, which takes half of a step; they change nothing.
torch.set_flush_denormal(True)


def device():
    return "cuda" if torch.cuda.is_available() else "cpu"


def clock():
    """Seconds: of the processor's own work, since it is shared; on a GPU, of the time that goes by."""
    return time.time() if torch.cuda.is_available() else time.process_time()


def share(step, steps, warm):
    """Of the peak rate, in [0, 1]: linear warm-up, then a cosine down to 0."""
    return min(1.0, (step + 1) / max(1, warm)) * 0.5 * (1 + math.cos(math.pi * max(0, step - warm) / max(1, steps - warm)))


def adamw(model, rate, decay, without=()):
    """For all parameters but those in `without`. Weight decay is for matrices; gains, biases and other vectors have none."""
    parts, others = {True: [], False: []}, {id(parameter) for parameter in without}
    for parameter in model.parameters():
        if id(parameter) not in others:
            parts[parameter.dim() > 1].append(parameter)
    groups = [{"params": parts[True], "weight_decay": decay}, {"params": parts[False], "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), eps=1e-9)


def orthogonal(update, steps=5):
    """The nearest matrix whose singular values are near 1, by Newton and Schulz."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = update / (update.norm() + 1e-7)
    tall = x.shape[0] > x.shape[1]
    x = x.T if tall else x
    for _ in range(steps):
        square = x @ x.T
        x = a * x + (b * square + c * square @ square) @ x
    return x.T if tall else x


class Muon(torch.optim.Optimizer):
    """Momentum made orthogonal, for the matrices of linear layers (Jordan et al. 2024,
    https://kellerjordan.github.io/posts/muon/). Of the same data it learns more than AdamW, which is what counts on a
    processor. `parts` tells how many matrices lie side by side in a packed weight [in, out]; `outputs` is the dimension of
    the outputs: 1, or 0 for a weight [out, in]."""

    def __init__(self, groups, rate, momentum=0.95, decay=0.01):
        super().__init__(groups, {"lr": rate, "momentum": momentum, "decay": decay, "parts": 1, "outputs": 1})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group["params"]:
                mean = self.state[weight].setdefault("mean", torch.zeros_like(weight))
                mean.lerp_(weight.grad, 1 - group["momentum"])
                update = weight.grad.lerp(mean, group["momentum"])
                weight.mul_(1 - group["lr"] * group["decay"])
                for whole, part in zip(weight.chunk(group["parts"], 1), update.chunk(group["parts"], 1)):
                    outputs = group["outputs"]
                    scale = max(1, whole.shape[outputs] / whole.shape[1 - outputs]) ** 0.5
                    whole.sub_(orthogonal(part), alpha=group["lr"] * scale)


def spaced(steps, count=8):
    """About `count` steps, spaced by their logarithm, the last one `steps`."""
    return {max(1, round(steps ** (index / (count - 1)))) for index in range(count)}


def save(path, state):
    """Never leaves half a file."""
    torch.save(state, f"{path}.new")
    os.replace(f"{path}.new", path)


def seeded(seed, make, **options):
    """A model whose random start is that of `seed`."""
    torch.manual_seed(seed)
    return make(**options).to(device())


def fit(model, run, recipe, loss_at, evaluate, every=100, look=1000, optimisers=None):
    """Trains `model` for recipe["steps"] steps, and goes on where the folder `run` stopped.

    `loss_at(step)` gives the loss of that step's batch, which must depend on the step alone, so that a resumed run is
    the run that was never stopped. `evaluate()` gives scores for the log; it is called every `look` steps. The recipe
    holds steps, warm, rate, decay, seed and whatever the model's card should know; a run goes on with its own only.
    With an "average" in it, the weights that are evaluated and shipped are the mean of those on the way: after each step
    the mean keeps that share of itself (less at the start) and takes the rest of the new weights.
    `optimisers` are AdamW unless given; each keeps its peak rate. `run`/state.pt is the last state, `run`/at-N.pt the weights at some steps on the way (for a film of the training).
    """
    os.makedirs(run, exist_ok=True)
    optimisers = optimisers or [adamw(model, recipe["rate"], recipe["decay"])]
    groups = [(group, group["lr"]) for optimiser in optimisers for group in optimiser.param_groups]
    path, step, spent, mean = f"{run}/state.pt", 0, 0.0, None
    if "average" in recipe:
        mean = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    if os.path.exists(path):
        state = torch.load(path, map_location=device())
        if state["recipe"] != recipe:
            raise SystemExit(f"{path} was made with the recipe {state['recipe']}; now it is {recipe}.")
        model.load_state_dict(state["model"])
        for optimiser, saved in zip(optimisers, state["optimisers"]):
            optimiser.load_state_dict(saved)
        groups = [(group, peak) for (_, peak), group in zip(groups, (g for o in optimisers for g in o.param_groups))]
        torch.set_rng_state(state["random"])
        mean = state.get("mean")
        step, spent = state["step"], state["seconds"]
    steps, began, saved, losses = recipe["steps"], clock(), time.time(), []
    keep = spaced(steps)
    model.train()
    while step < steps:
        for group, peak in groups:
            group["lr"] = peak * share(step, steps, recipe["warm"])
        loss = loss_at(step)
        model.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimiser in optimisers:
            optimiser.step()
        step += 1
        losses.append(loss.item())
        if mean is not None:
            kept = min(recipe["average"], (1 + step) / (10 + step))
            for name, tensor in model.state_dict().items():
                mean[name].lerp_(tensor, 1 - kept)
        seconds = spent + clock() - began
        if step in keep:
            save(f"{run}/at-{step}.pt", {"model": model.state_dict(), "step": step})
        if step % every == 0 or step == steps:
            scores = None
            if step % look == 0 or step == steps:
                scores = looked_at(model, mean, evaluate)
            loss = sum(losses) / len(losses)
            print(json.dumps({"step": step, "loss": round(loss, 4), "seconds": round(seconds), "scores": scores}), flush=True)
            losses = []
        if time.time() - saved > 60 or step == steps:
            save(path, {"model": model.state_dict(), "mean": mean, "step": step,
                        "optimisers": [optimiser.state_dict() for optimiser in optimisers],
                        "seconds": seconds, "recipe": recipe, "random": torch.get_rng_state()})
            saved = time.time()


def is_shipped(start):
    """Whether a start is the folder of a shipped model rather than that of a run."""
    return os.path.exists(f"{start}/model.safetensors")


def ended_with(start):
    if is_shipped(start):
        return {name: tensor.float().to(device()) for name, tensor in read_safetensors(f"{start}/model.safetensors").items()}
    state = torch.load(f"{start}/state.pt", map_location=device())
    return state.get("mean") or state["model"]


def go_on_from(model, start):
    """Gives `model` the weights that another run ended with, or those of a shipped model; parts that the other lacks stay as
    they are."""
    ended, own = ended_with(start), model.state_dict()
    own.update({name: weights for name, weights in ended.items() if name in own})
    model.load_state_dict(own)


def earlier(recipe):
    """Steps and seconds of the runs that this one started from, for its facts."""
    if not recipe.get("start"):
        return {"earlierSteps": 0, "earlierSeconds": 0}
    start = recipe["start"]
    if is_shipped(start):
        name = os.path.basename(os.path.normpath(start))
        with open(f"{os.path.dirname(os.path.abspath(__file__))}/{name}.training.json", encoding="utf-8") as file:
            facts = json.load(file)
        return {"earlierSteps": facts["steps"] + facts.get("earlierSteps", 0), "earlierSeconds": facts["seconds"] + facts.get("earlierSeconds", 0)}
    state = torch.load(f"{start}/state.pt", map_location="cpu")
    before = earlier(state["recipe"])
    return {"earlierSteps": before["earlierSteps"] + state["step"],
            "earlierSeconds": before["earlierSeconds"] + round(state["seconds"])}


@torch.no_grad()
def looked_at(model, mean, evaluate):
    """The scores of the mean weights, or of the model's own where there is no mean."""
    own = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    model.load_state_dict(mean or own)
    model.eval()
    scores = evaluate()
    model.load_state_dict(own)
    model.train()
    return scores


def rounded(run):
    """The trained weights as F16 has them, in float32, and the run's state. What is shipped is F16, so everything that
    is said about a model is computed with these."""
    state = torch.load(f"{run}/state.pt", map_location="cpu")
    return {name: tensor.half().float() for name, tensor in (state.get("mean") or state["model"]).items()}, state


def write_safetensors(path, tensors):
    """https://github.com/huggingface/safetensors#format"""
    names = {np.dtype("float32"): "F32", np.dtype("float16"): "F16", np.dtype("int32"): "I32", np.dtype("int64"): "I64"}
    header, offset = {}, 0
    for name, array in tensors.items():
        header[name] = {"dtype": names[array.dtype], "shape": list(array.shape), "data_offsets": [offset, offset + array.nbytes]}
        offset += array.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for array in tensors.values():
            file.write(np.ascontiguousarray(array).tobytes())


def read_safetensors(path):
    """-> F16 and F32 tensors by name"""
    kinds = {"F32": np.float32, "F16": np.float16}
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    tensors = {}
    for name, facts in header.items():
        if name != "__metadata__":
            start, end = facts["data_offsets"]
            array = np.frombuffer(data[start:end], kinds[facts["dtype"]]).reshape(facts["shape"])
            tensors[name] = torch.from_numpy(array.copy())
    return tensors


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def copy(source, target):
    with open(source, "rb") as file, open(target, "wb") as out:
        out.write(file.read())


def machine():
    """In words, for the card."""
    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        name = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "processor")
    cores = torch.get_num_threads()
    return f"{'one core' if cores == 1 else f'{cores} cores'} of a shared {name}"


def write_facts(name, data, state, weights, more):
    """scripts/pretrain/<name>.training.json, from which the card is written: what scripts/data said of the data, the
    recipe, and how long it took -> the facts."""
    with open(f"{data}/data.json", encoding="utf-8") as file:
        of_data = json.load(file)
    recipe = {name: value for name, value in state["recipe"].items() if name != "start"}
    facts = {**of_data, "seconds": round(state["seconds"]), **recipe, "steps": state["step"], "machine": machine(),
             "parameters": sum(tensor.numel() for tensor in weights.values()), "torch": torch.__version__, **more}
    write_json(f"{os.path.dirname(os.path.abspath(__file__))}/{name}.training.json", facts)
    return facts


def command(train, export, **options):
    """`train DATA RUN` or `export DATA RUN OUT`, with the recipe's numbers as options."""
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["train", "export"])
    parser.add_argument("data")
    parser.add_argument("run")
    parser.add_argument("out", nargs="?")
    for option, value in options.items():
        parser.add_argument(f"--{option}", type=type(value), default=value)
    given = vars(parser.parse_args())
    recipe = {option: given[option] for option in options}
    if given["command"] == "train":
        train(given["data"], given["run"], recipe)
    else:
        os.makedirs(given["out"], exist_ok=True)
        export(given["data"], given["run"], given["out"])
