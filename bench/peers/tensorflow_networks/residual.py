"""Residual layers."""

from collections.abc import Callable

from keras import KerasTensor, layers


def residual(x: KerasTensor, *inner: Callable, shortcut: tuple[Callable, ...] = ()) -> KerasTensor:
    """The sum of what the inner layers and the shortcut make of x."""
    y = x
    for layer in inner:
        y = layer(y)
    for layer in shortcut:
        x = layer(x)
    return layers.add([x, y])
