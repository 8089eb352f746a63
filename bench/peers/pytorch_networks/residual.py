"""Residual layers."""

from torch import Tensor, nn


class Residual(nn.Module):
    """The sum of what its layers and its shortcut make of the input."""

    def __init__(self, *layers: nn.Module, shortcut: nn.Module = nn.Identity()) -> None:
        super().__init__()
        self.layers = nn.Sequential(*layers)
        self.shortcut = shortcut

    def forward(self, x: Tensor) -> Tensor:
        return self.shortcut(x) + self.layers(x)
