"""Numbers that change with the iteration."""

from __future__ import annotations

import math
from collections.abc import Callable

Schedule = Callable[[int], float]
Scheduled = float | Schedule
"""A number, or a function that gives it for each iteration, from 0."""


def at(value: Scheduled, step: int) -> float:
    """The value at an iteration."""
    return value(step) if callable(value) else value


def constant(value: Scheduled) -> Schedule:
    return lambda step: at(value, step)


def linear(start: Scheduled, end: Scheduled, steps: float, per_step: float = 1.0) -> Schedule:
    """From `start` to `end` within `steps`; an iteration counts `per_step` of them."""

    def value(step: int) -> float:
        progress = min(step * per_step / steps, 1.0)
        return at(start, step) * (1 - progress) + at(end, step) * progress

    return value


warm_up = linear


def cosine(start: Scheduled, end: Scheduled, steps: float, per_step: float = 1.0) -> Schedule:
    """From `start` to `end` along half a wave."""

    def value(step: int) -> float:
        progress = min(step * per_step / steps, 1.0)
        first, last = at(start, step), at(end, step)
        return last + (first - last) * (1 + math.cos(math.pi * progress)) / 2

    return value


def exponential(start: Scheduled, end: Scheduled, steps: float, per_step: float = 1.0) -> Schedule:
    """From `start` to `end` by equal factors."""

    def value(step: int) -> float:
        progress = min(step * per_step / steps, 1.0)
        return at(start, step) ** (1 - progress) * at(end, step) ** progress

    return value


def cyclic(start: Scheduled, end: Scheduled, steps: float, per_step: float = 1.0) -> Schedule:
    """From `start` to `end` and back, again and again; `steps` is the way there."""

    def value(step: int) -> float:
        height = 1 - abs((step * per_step % (2 * steps)) / steps - 1)
        return at(start, step) * (1 - height) + at(end, step) * height

    return value


def decay(start: Scheduled, factor: Scheduled, every: float, per_step: float = 1.0) -> Schedule:
    """Times `factor` after each `every`."""
    return lambda step: at(start, step) * at(factor, step) ** math.floor(step * per_step / every)


def piecewise(points: tuple[tuple[float, float], ...], linear: bool, per_step: float = 1.0) -> Schedule:
    """Values at given positions, held or joined by lines."""

    def value(step: int) -> float:
        place = step * per_step
        before = [point for point in points if point[0] <= place]
        after = [point for point in points if point[0] > place]
        if not before or not after or not linear:
            return (before[-1] if before else after[0])[1]
        (x0, y0), (x1, y1) = before[-1], after[0]
        progress = (place - x0) / (x1 - x0)
        return y0 * (1 - progress) + y1 * progress

    return value
