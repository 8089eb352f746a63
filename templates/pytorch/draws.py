"""Random numbers of one step by name. A name that is asked for again in the same step has the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Part:
    """Share `index` of `count` along the batch, of numbers that several passes have in common."""

    index: int
    count: int


WHOLE = Part(0, 1)


class Draws:
    """Numbers from the generator of a rank."""

    def __init__(self, generator: torch.Generator, prefix: str = "", part: Part = WHOLE) -> None:
        self.generator = generator
        self._prefix = prefix
        self._part = part
        self._known: dict[str, Tensor] = {}

    def within(self, prefix: str) -> Draws:
        """The same numbers, with names that begin so."""
        return self._view(self._prefix + prefix, self._part)

    def part(self, index: int, count: int) -> Draws:
        """The same numbers, of which calls get their share."""
        return self._view(self._prefix, Part(index, count))

    def reuse(self, other: Draws, names: tuple[str, ...]) -> None:
        """Takes over the numbers of other draws whose names begin so."""
        self._known.update({name: each for name, each in other._known.items() if name.startswith(names)})

    def normal(self, name: str, shape: Shape, mean: float = 0.0, deviation: float = 1.0) -> Tensor:
        return self._once(name, shape, lambda whole: self._randn(whole) * deviation + mean)

    def truncated_normal(self, name: str, shape: Shape, mean: float = 0.0, deviation: float = 1.0) -> Tensor:
        """Normal numbers, none further than two deviations from the mean."""

        def draw(whole: Shape) -> Tensor:
            # The share of the standard normal distribution beyond ±2 is 2.28 % on each side.
            low, high = 0.022750131948179195, 0.9772498680518208
            return torch.special.ndtri(self._rand(whole) * (high - low) + low) * deviation + mean

        return self._once(name, shape, draw)

    def uniform(self, name: str, shape: Shape, low: float = 0.0, high: float = 1.0) -> Tensor:
        return self._once(name, shape, lambda whole: self._rand(whole) * (high - low) + low)

    def bernoulli(self, name: str, shape: Shape, probability: float) -> Tensor:
        """True with this probability."""
        return self._once(name, shape, lambda whole: self._rand(whole) < probability).bool()

    def one_hot(self, name: str, shape: Shape) -> Tensor:
        """A 1 at a random place of each row."""

        def draw(whole: Shape) -> Tensor:
            places = torch.randint(whole[-1], whole[:-1], generator=self.generator, device=self.generator.device)
            return torch.nn.functional.one_hot(places, whole[-1]).to(torch.get_default_dtype())

        return self._once(name, shape, draw)

    def _rand(self, shape: Shape) -> Tensor:
        return torch.rand(shape, generator=self.generator, device=self.generator.device)

    def _randn(self, shape: Shape) -> Tensor:
        return torch.randn(shape, generator=self.generator, device=self.generator.device)

    def _view(self, prefix: str, part: Part) -> Draws:
        view = type(self).__new__(type(self))
        view.__dict__.update(self.__dict__, _prefix=prefix, _part=part)
        return view

    def _once(self, name: str, shape: Shape, draw: Callable[[Shape], Tensor]) -> Tensor:
        index, count = self._part.index, self._part.count
        full = self._prefix + name
        if full not in self._known:
            self._known[full] = draw((count * shape[0], *shape[1:]) if count > 1 else shape)
        whole = self._known[full]
        return whole[index * shape[0] : (index + 1) * shape[0]] if count > 1 else whole


class RecordedDraws(Draws):
    """Numbers that were drawn elsewhere, for the batch of all ranks; each rank takes its rows.

    `batch` is the number of samples of this rank. Numbers of several passes lie behind each other. Those that were not
    recorded have no influence on any result."""

    def __init__(self, tensors: dict[str, Tensor], batch: int, rank: int = 0, ranks: int = 1) -> None:
        super().__init__(torch.Generator())
        self._tensors = tensors
        self._batch = batch
        self._rank = rank
        self._ranks = ranks

    def _once(self, name: str, shape: Shape, draw: Callable[[Shape], Tensor]) -> Tensor:
        index, count = self._part.index, self._part.count
        whole = self._tensors.get(self._prefix + name)
        if whole is None:
            return super()._once(name, shape, draw)
        if whole.shape == shape and self._ranks == 1:
            return whole
        passes = count if count > 1 else max(1, shape[0] // self._batch)
        blocks = whole.reshape(passes, self._ranks, -1, *whole.shape[1:])[:, self._rank]
        return blocks[index] if count > 1 else blocks.reshape(shape)
