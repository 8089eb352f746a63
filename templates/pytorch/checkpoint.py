"""The state of training in one safetensors file, under the names of ganspec: `ganspec import` reads such a file, and
the file that `ganspec export` wrote is read here."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

import settings
from optimizers import SLOTS
from schedules import at
from step import Trainer

MOST_DIFFERENCES = 8


class WrongCheckpoint(ValueError):
    """A checkpoint that training cannot go on from."""


def save(trainer: Trainer, path: Path) -> None:
    """Writes the state beside its place first, so that there is never half of it."""
    state = {name: tensor.to("cpu", torch.float32).contiguous() for name, tensor in state_of(trainer).items()}
    state["training/step"] = torch.tensor(trainer.iteration, dtype=torch.int32)
    for step, runs in trainer.runs.items():
        state[f"training/updates/{step}"] = torch.tensor(runs, dtype=torch.int32)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    save_file(state, unfinished, metadata={"spec": json.dumps(settings.SPEC)})
    os.replace(unfinished, path)


def state_of(trainer: Trainer) -> dict[str, Tensor]:
    """All tensors of the state but the counters, by the names of ganspec."""
    state = dict(_modules(trainer)) | trainer.numbers
    for name, parameter, slot, word in _slots(trainer):
        value = trainer.optimizers[name].state[parameter].get(word)
        state[slot] = torch.zeros_like(parameter) if value is None else value - _start_of(name)
    return {name: tensor.detach() for name, tensor in state.items()}


def load(trainer: Trainer, path: Path) -> None:
    """Takes over a state. Raises WrongCheckpoint where it belongs to another spec, or has other tensors."""
    try:
        with safe_open(path, "pt") as file:
            names: list[str] = file.keys()
            found: dict[str, Tensor] = {name: file.get_tensor(name) for name in names}
            metadata = file.metadata() or {}
    except (OSError, SafetensorError) as error:
        raise WrongCheckpoint(f"{path} cannot be read as a checkpoint: {error}") from error
    _check_spec(metadata, path)
    places = dict(_modules(trainer)) | trainer.numbers
    slots = list(_slots(trainer))
    counters = ["training/step", *(f"training/updates/{step}" for step in trainer.runs)]
    wanted = {name: tuple(tensor.shape) for name, tensor in places.items()}
    wanted |= {slot: tuple(parameter.shape) for _, parameter, slot, _ in slots}
    _check_tensors(found, wanted | dict.fromkeys(counters, ()), path)
    trainer.iteration = int(found["training/step"])
    trainer.runs = {step: int(found[f"training/updates/{step}"]) for step in trainer.runs}
    with torch.no_grad():
        for name, tensor in places.items():
            tensor.copy_(found[name])
    for name, parameter, slot, word in slots:
        state = trainer.optimizers[name].state[parameter]
        state["step"] = torch.tensor(float(_updates(trainer, name)))
        state[word] = found[slot].to(parameter.device, parameter.dtype) + _start_of(name)


def _modules(trainer: Trainer) -> Iterator[tuple[str, Tensor]]:
    """Parameters and running statistics, and their averages."""
    for name, network in trainer.networks.items():
        for path, tensor in network.state_dict().items():
            yield _name_of(name, path), tensor
    if trainer.average is not None:
        for path, tensor in trainer.average.state_dict().items():
            yield f"ema/{_name_of('generator', path)}", tensor


def _slots(trainer: Trainer) -> Iterator[tuple[str, nn.Parameter, str, str]]:
    """The tensors of optimizers: network, parameter, name in the state, and name in PyTorch."""
    for name, network in trainer.networks.items():
        kind, _ = settings.OPTIMIZERS[settings.PLAYERS[name]]
        for slot in settings.SLOTS[settings.PLAYERS[name]]:
            for path, parameter in network.named_parameters():
                inside = _name_of(name, path).removeprefix(f"{name}/")
                yield name, parameter, f"optimizer/{name}/{slot}/{inside}", SLOTS[kind][slot]


def _name_of(network: str, path: str) -> str:
    """The name of ganspec for a tensor of a module."""
    layer, _, parameter = path.partition(".")
    return f"{network}/{settings.LAYERS.get((network, layer), layer)}/{parameter}"


def _start_of(network: str) -> float:
    """What PyTorch's sums of squares begin with; those of ganspec begin with 0."""
    kind, options = settings.OPTIMIZERS[settings.PLAYERS[network]]
    return at(options["initialAccumulatorValue"], 0) if kind == "adaGrad" else 0.0


def _updates(trainer: Trainer, network: str) -> int:
    plans = [plan for plan in settings.ITERATION if settings.PLAYERS[network] in plan.trains]
    return sum(trainer.runs[plan.step] // plan.accumulation for plan in plans)


def _check_spec(metadata: dict[str, str], path: Path) -> None:
    if "spec" not in metadata:
        return
    before, now = dict(_flat(json.loads(metadata["spec"]))), dict(_flat(settings.SPEC))
    free = ("name", "description", "monitor", "training.steps")
    keys = [key for key in sorted(before | now) if before.get(key) != now.get(key)]
    keys = [key for key in keys if not any(key == each or key.startswith(f"{each}.") for each in free)]
    if keys:
        lines = [f"{key}: {before.get(key, 'absent')} there, {now.get(key, 'absent')} here" for key in keys]
        raise WrongCheckpoint(f"{path} is of another spec: {_first(lines)}")


def _flat(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """The values of JSON by their places, as in `training.batchSize`."""
    if isinstance(value, dict | list) and value:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _flat(inner, f"{place}.{key}" if place else str(key))
    else:
        yield place, json.dumps(value)


def _check_tensors(found: dict[str, Tensor], wanted: dict[str, tuple[int, ...]], path: Path) -> None:
    differences = [f"{name} is only there" for name in sorted(found.keys() - wanted.keys())]
    for name, shape in wanted.items():
        if name not in found:
            differences.append(f"{name} is only here")
        elif tuple(found[name].shape) != shape:
            differences.append(f"{name} is {list(found[name].shape)} there and {list(shape)} here")
    if differences:
        raise WrongCheckpoint(f"{path} has other tensors: {_first(differences)}")


def _first(texts: list[str]) -> str:
    more = f"; and {len(texts) - MOST_DIFFERENCES} more" if len(texts) > MOST_DIFFERENCES else ""
    return "; ".join(texts[:MOST_DIFFERENCES]) + more
