"""The same iterations as ganspec's own: from the same weights, with the same batches and random numbers, which
ganspec wrote into equality.safetensors together with its results. Run by `python -m pytest`."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

import checkpoint
import settings
from draws import Draws, RecordedDraws
from step import Batch, Trainer

FOLDER = Path(__file__).parent
TOLERANCES = {"report": 1e-4, "state": 1e-2}
"""Weights may differ by more than losses: at first, Adam makes a step of one size from a gradient that is all but zero,
whose sign is that of a rounding error."""
MOST_NUMBERS = 64
"""Compared of each tensor of the state."""


class Recording:
    """What ganspec fed to each run, and what it got; of a batch of all ranks, each rank takes its rows."""

    def __init__(self, rank: int = 0, ranks: int = 1) -> None:
        dtype = torch.get_default_dtype()
        tensors = load_file(FOLDER / "equality.safetensors")
        self.tensors = {name: each if each.dtype == torch.bool else each.to(dtype) for name, each in tensors.items()}
        self.rank, self.ranks = rank, ranks
        self.batch = settings.BATCH // ranks
        self.iterations = 1 + max(int(name.split("/")[1]) for name in tensors if name.startswith("report/"))
        self._runs = {plan.step: 0 for plan in settings.ITERATION}
        self._data: list[Batch] = []

    def draws_of(self, step: str) -> Draws:
        prefix = f"feeds/{step}/{self._runs[step]}/"
        self._runs[step] += 1
        found = {name.removeprefix(prefix): each for name, each in self.tensors.items() if name.startswith(prefix)}
        return RecordedDraws(found, self.batch, self.rank, self.ranks)

    def batch_of(self, step: str) -> Batch:
        prefix = f"feeds/{step}/{self._runs[step]}/"
        names = {"real": "real", "realLabels": "real_labels"}
        rows = slice(self.rank * self.batch, (self.rank + 1) * self.batch)
        found = {word: self.tensors.get(prefix + name) for name, word in names.items()}
        return {word: each[rows] for word, each in found.items() if each is not None}

    def replay(self, trainer: Trainer, iterations: int | None = None) -> list[dict[str, Tensor]]:
        """Runs the recorded iterations. Returns the reports."""
        reports = []
        for _ in range(self.iterations if iterations is None else iterations):
            report: dict[str, Tensor] = {}
            for plan in settings.ITERATION:
                for _ in range(plan.times):
                    batch = self.batch_of(plan.step)
                    report |= trainer.run(plan, batch, self.draws_of(plan.step))
            trainer.iteration += 1
            reports.append(report)
        return reports


def distance(found: Tensor, expected: Tensor) -> float:
    """The largest |a - b| / max(1, |b|); of a large tensor ganspec wrote evenly spaced numbers alone."""
    a, b = found.detach().double().reshape(-1), expected.double().reshape(-1)
    if a.numel() > b.numel():
        a = a[:: math.ceil(a.numel() / MOST_NUMBERS)]
    return float(((a - b).abs() / b.abs().clamp(min=1)).max()) if b.numel() else 0.0


def compare(trainer: Trainer, recording: Recording) -> dict[str, float]:
    """Replays a recording. Returns the distances of reports and of the state at the end from ganspec's, by name."""
    reports = recording.replay(trainer)
    found = {f"report/{at}/{name}": value for at, report in enumerate(reports) for name, value in report.items()}
    found |= {f"state/{name}": value for name, value in checkpoint.state_of(trainer).items()}
    expected = {name: each for name, each in recording.tensors.items() if name.split("/")[0] in ("report", "state")}
    assert found.keys() >= expected.keys(), sorted(expected.keys() - found.keys())
    return {name: distance(found[name], value) for name, value in expected.items()}


def test_equals_ganspec() -> None:
    trainer = Trainer(torch.device("cpu"), settings.BATCH)
    checkpoint.load(trainer, FOLDER / "state.safetensors")
    distances = compare(trainer, Recording())
    for name, found in distances.items():
        # Scores follow the last bias, on which losses of differences of scores do not depend.
        kind = "state" if name.endswith("Score") else name.split("/")[0]
        assert found < TOLERANCES[kind], f"{name} is {found:.1e} away"
