"""R3GAN of MNIST: a learned basis, residual bottlenecks and blurred resampling, without normalization."""

import torch
from torch import Tensor, nn

from .blur import Blur, BlurUp
from .residual import Residual

FILTERS = 32


class Basis(nn.Module):
    """A learned image of 7x7, each channel of it multiplied by a number of the sample."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.basis = nn.Parameter(torch.randn(channels, 7, 7))

    def forward(self, gains: Tensor) -> Tensor:
        return gains[:, :, None, None] * self.basis


def conv(inputs: int, outputs: int, size: int, bias: bool = True) -> nn.Conv2d:
    layer = nn.Conv2d(inputs, outputs, size, padding=size // 2, bias=bias)
    nn.init.kaiming_normal_(layer.weight)
    return layer


def mix(channels: int) -> nn.Module:
    """A bottleneck that starts as the identity."""
    last = conv(channels, channels, 1, bias=False)
    nn.init.zeros_(last.weight)
    return Residual(
        conv(channels, channels, 1),
        nn.LeakyReLU(0.2),
        conv(channels, channels, 3),
        nn.LeakyReLU(0.2),
        last,
    )


def r3gan_small() -> tuple[nn.Module, nn.Module]:
    def up(inputs: int, outputs: int) -> list[nn.Module]:
        larger = BlurUp(outputs, [1, 2, 1])
        return [conv(inputs, outputs, 1, bias=False), larger, mix(outputs)]

    def down(inputs: int, outputs: int) -> list[nn.Module]:
        smaller = Blur(inputs, [1, 2, 1], padding=(1, 0), stride=2)
        return [mix(inputs), smaller, conv(inputs, outputs, 1, bias=False)]

    wide = 4 * FILTERS
    generator = nn.Sequential(
        nn.Linear(64, wide, bias=False),
        Basis(wide),
        mix(wide),
        *up(wide, 2 * FILTERS),
        *up(2 * FILTERS, FILTERS),
        conv(FILTERS, 1, 1),
        nn.Tanh(),
    )
    discriminator = nn.Sequential(
        conv(1, FILTERS, 1),
        *down(FILTERS, 2 * FILTERS),
        *down(2 * FILTERS, wide),
        mix(wide),
        nn.Conv2d(wide, wide, 7, groups=wide, bias=False),
        nn.Flatten(),
        nn.Linear(wide, 1, bias=False),
    )
    return generator, discriminator
