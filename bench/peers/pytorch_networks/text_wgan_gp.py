"""Residual networks of one-dimensional convolutions for lines of 32 of 96 characters."""

from torch import nn

from .residual import Residual

FILTERS = 64


def text_wgan_gp() -> tuple[nn.Module, nn.Module]:
    def conv() -> nn.Module:
        return nn.Conv1d(FILTERS, FILTERS, 5, padding=2)

    def mixing() -> list[nn.Module]:
        return [Residual(nn.ReLU(), conv(), nn.ReLU(), conv()) for _ in range(5)]

    generator = nn.Sequential(
        nn.Linear(128, 32 * FILTERS),
        nn.Unflatten(1, (FILTERS, 32)),
        *mixing(),
        nn.Conv1d(FILTERS, 96, 1),
        nn.Softmax(dim=1),
    )
    discriminator = nn.Sequential(
        nn.Conv1d(96, FILTERS, 1), *mixing(), nn.Flatten(), nn.Linear(32 * FILTERS, 1)
    )
    return generator, discriminator
