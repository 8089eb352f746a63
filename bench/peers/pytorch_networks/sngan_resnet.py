"""Residual networks of SNGAN for images of 32x32x3, the discriminator's weights spectrally normalized."""

import torch
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from .residual import Residual

FILTERS = 32


class SumPixels(nn.Module):
    """The sum of each channel."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.sum(x, (2, 3))


def sngan_resnet() -> tuple[nn.Module, nn.Module]:
    def up() -> nn.Module:
        return Residual(
            nn.BatchNorm2d(FILTERS),
            nn.ReLU(),
            nn.Upsample(scale_factor=2),
            nn.Conv2d(FILTERS, FILTERS, 3, padding=1, bias=False),
            nn.BatchNorm2d(FILTERS),
            nn.ReLU(),
            nn.Conv2d(FILTERS, FILTERS, 3, padding=1, bias=False),
            shortcut=nn.Sequential(
                nn.Upsample(scale_factor=2), nn.Conv2d(FILTERS, FILTERS, 1, bias=False)
            ),
        )

    def conv(inputs: int, size: int) -> nn.Module:
        return spectral_norm(nn.Conv2d(inputs, FILTERS, size, padding=size // 2))

    def convolutions() -> list[nn.Module]:
        return [nn.ReLU(), conv(FILTERS, 3), nn.ReLU(), conv(FILTERS, 3)]

    generator = nn.Sequential(
        nn.Linear(128, 4 * 4 * FILTERS),
        nn.Unflatten(1, (FILTERS, 4, 4)),
        up(),
        up(),
        up(),
        nn.BatchNorm2d(FILTERS),
        nn.ReLU(),
        nn.Conv2d(FILTERS, 3, 3, padding=1),
        nn.Tanh(),
    )
    discriminator = nn.Sequential(
        Residual(
            conv(3, 3),
            nn.ReLU(),
            conv(FILTERS, 3),
            nn.AvgPool2d(2),
            shortcut=nn.Sequential(nn.AvgPool2d(2), conv(3, 1)),
        ),
        Residual(
            *convolutions(),
            nn.AvgPool2d(2),
            shortcut=nn.Sequential(conv(FILTERS, 1), nn.AvgPool2d(2)),
        ),
        Residual(*convolutions()),
        Residual(*convolutions()),
        nn.ReLU(),
        SumPixels(),
        spectral_norm(nn.Linear(FILTERS, 1)),
    )
    return generator, discriminator
