"""The forms of what settings.py holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from schedules import Scheduled, at


@dataclass(frozen=True)
class Plan:
    """A step of an iteration."""

    step: str
    trains: tuple[str, ...]
    """The players whose losses it minimises."""
    times: int = 1
    """Runs in an iteration."""
    accumulation: int = 1
    """Runs that make one update: all but the last only add up their gradients."""
    lazy: dict[str, int] = field(default_factory=dict)
    """Penalties that act on every n-th update alone."""
    data: tuple[str, ...] = ("real",)
    """Parts of a batch that it needs."""

    @property
    def looks_ahead(self) -> bool:
        """True for the first half of an extra-gradient update: the second half takes its gradients at the point that
        the first has reached, and moves from where the first began. Gidel et al. 2019, arXiv:1802.10551, Algorithm 4.
        """
        return self.step == "extrapolation"


@dataclass(frozen=True)
class Data:
    """The samples as the networks see them."""

    kind: str
    """`idx`, `images`, or `tensors` of a safetensors file."""
    shape: tuple[int, ...]
    range: tuple[float, float]
    classes: int = 0
    """0 where samples have none."""
    flip: bool = False
    """Mirrors each image with a chance of one half."""


@dataclass(frozen=True)
class Clip:
    """A limit of gradients: of their norm over a network, or of each number."""

    by: str
    limit: Scheduled


@dataclass(frozen=True)
class Ema:
    """The moving average of the generator's weights."""

    images: int
    """Real samples of an iteration, of all ranks."""
    generator_steps: int
    decay: Scheduled = 0.0
    half_life: float | None = None
    """Samples until half of the past is forgotten, in the place of `decay`."""
    ramp_up: float | None = None
    """Limits the half-life to this share of the samples since the start."""
    warm_up: bool = False
    """Limits the decay to (1 + i) / (10 + i) at the i-th update."""
    start: int = 0
    """Iterations before it begins."""

    def decay_at(self, iteration: int, update: int) -> float:
        """The share of the past that an update of the generator keeps."""
        if iteration < self.start:
            return 0.0
        since = update - self.start * self.generator_steps
        wanted = at(self.decay, iteration)
        if self.half_life is not None:
            ramp = float("inf") if self.ramp_up is None else self.ramp_up * since * self.images
            life = min(self.half_life, ramp)
            wanted = 0.5 ** (self.images / life) if life > 0 else 0.0
        return min(wanted, (1 + since) / (10 + since)) if self.warm_up else wanted
