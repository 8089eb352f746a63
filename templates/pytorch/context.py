"""What the losses of a step are given, and what they give beside a value."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from draws import Draws


@dataclass
class Step:
    """One run of a step, on one rank."""

    networks: dict[str, nn.Module]
    """By name; those that the step trains are wrapped where there are several ranks."""
    weights: dict[str, Tensor]
    """Parameters by the names of the spec, as in `discriminator/dense_0/kernel`."""
    draws: Draws
    batch: int
    """Samples of this rank."""
    device: torch.device
    due: frozenset[str] = frozenset()
    """Lazy penalties that act."""
    scheduled: dict[str, Tensor] = field(default_factory=dict)
    """Numbers that schedules give."""
    numbers: dict[str, Tensor] = field(default_factory=dict)
    """Numbers that losses keep from step to step."""
    report: dict[str, Tensor] = field(default_factory=dict)
    """Numbers for the log."""
    changes: dict[str, Tensor] = field(default_factory=dict)
    """New values of `numbers`."""

    @property
    def generator(self) -> nn.Module:
        return self.networks["generator"]

    @property
    def discriminator(self) -> nn.Module:
        return self.networks["discriminator"]

    @property
    def recognition(self) -> nn.Module:
        return self.networks["recognition"]
