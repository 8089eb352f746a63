"""A small StyleGAN2 of digits of 32x32: mapping, synthesis with skips, residual discriminator."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .blur import Blur, BlurUp
from .equalized import EqualizedConv2d, EqualizedLinear, Leaky, leaky
from .residual import Residual

FILTERS = 32
STYLE = 4 * FILTERS
TAPS = [1, 3, 3, 1]


class PixelNorm(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x * torch.rsqrt(x.square().mean(1, keepdim=True) + 1e-8)


class ModulatedConv2d(nn.Module):
    """A convolution whose input channels are scaled by a style, and whose outputs are normalized accordingly."""

    def __init__(
        self, inputs: int, outputs: int, size: int = 3, demodulate: bool = True, up: bool = False
    ) -> None:
        super().__init__()
        self.style = EqualizedLinear(STYLE, inputs, bias=1.0)
        self.weight = nn.Parameter(torch.randn(outputs, inputs, size, size))
        self.bias = nn.Parameter(torch.zeros(outputs, 1, 1))
        self.scale = 1 / math.sqrt(inputs * size**2)
        self.padding = size // 2
        self.demodulate = demodulate
        # Of images with zeros between their pixels, which would be a quarter as bright.
        self.blur = Blur(outputs, TAPS, padding=(1, 1), gain=4.0) if up else None

    def forward(self, x: Tensor, style: Tensor) -> Tensor:
        scales = self.style(style)
        weight = self.weight * self.scale
        x = x * scales[:, :, None, None]
        if self.blur is None:
            y = F.conv2d(x, weight, padding=self.padding)
        else:
            y = self.blur(F.conv_transpose2d(x, weight.transpose(0, 1), stride=2))
        if self.demodulate:
            squares = weight.square().sum((2, 3))
            norms = torch.rsqrt(F.linear(scales.square(), squares) + 1e-8)
            y = y * norms[:, :, None, None]
        return y + self.bias


class StyledConv(nn.Module):
    """A modulated convolution with noise and activation."""

    def __init__(self, inputs: int, outputs: int, up: bool = False) -> None:
        super().__init__()
        self.conv = ModulatedConv2d(inputs, outputs, up=up)
        self.strength = nn.Parameter(torch.zeros(1))

    def forward(self, x: Tensor, style: Tensor) -> Tensor:
        y = self.conv(x, style)
        return leaky(y + self.strength * torch.randn_like(y[:, :1]))


class Synthesis(nn.Module):
    """From styles to images: each size adds to the image of the size before."""

    def __init__(self) -> None:
        super().__init__()
        wide = 4 * FILTERS
        self.constant = nn.Parameter(torch.randn(1, wide, 4, 4))
        self.first = StyledConv(wide, wide)
        self.first_image = ModulatedConv2d(wide, 1, 1, demodulate=False)
        self.larger = BlurUp(1, TAPS)
        self.stages = nn.ModuleList()
        for inputs, outputs in ((wide, wide), (wide, 2 * FILTERS), (2 * FILTERS, FILTERS)):
            up = StyledConv(inputs, outputs, up=True)
            image = ModulatedConv2d(outputs, 1, 1, demodulate=False)
            self.stages.append(nn.ModuleList([up, StyledConv(outputs, outputs), image]))

    def forward(self, style: Tensor) -> Tensor:
        x = self.first(self.constant.expand(len(style), -1, -1, -1), style)
        images = self.first_image(x, style)
        for up, keep, image in self.stages:
            x = keep(up(x, style), style)
            images = self.larger(images) + image(x, style)
        return images


class MinibatchStdDev(nn.Module):
    """Appends a channel: the mean deviation within a group of four samples."""

    def forward(self, x: Tensor) -> Tensor:
        batch, _, height, width = x.shape
        groups = x.reshape(4, batch // 4, -1)
        deviation = torch.sqrt(groups.var(0, correction=0) + 1e-8).mean(1)
        channel = deviation.repeat(4)[:, None, None, None].expand(batch, 1, height, width)
        return torch.cat([x, channel], 1)


def stylegan2_small() -> tuple[nn.Module, nn.Module]:
    def down(inputs: int, outputs: int) -> nn.Module:
        return Residual(
            EqualizedConv2d(inputs, inputs, 3),
            Leaky(),
            Blur(inputs, TAPS, padding=(2, 1)),
            EqualizedConv2d(inputs, outputs, 3, stride=2),
            Leaky(),
            shortcut=nn.Sequential(
                Blur(inputs, TAPS, padding=(1, 1), stride=2),
                EqualizedConv2d(inputs, outputs, 1, bias=False),
            ),
        )

    wide = 4 * FILTERS
    mapping = nn.Sequential(
        PixelNorm(),
        EqualizedLinear(64, STYLE, multiplier=0.01),
        Leaky(),
        EqualizedLinear(STYLE, STYLE, multiplier=0.01),
        Leaky(),
    )
    generator = nn.Sequential(mapping, Synthesis())
    discriminator = nn.Sequential(
        EqualizedConv2d(1, FILTERS, 1),
        Leaky(),
        down(FILTERS, 2 * FILTERS),
        down(2 * FILTERS, wide),
        down(wide, wide),
        MinibatchStdDev(),
        EqualizedConv2d(wide + 1, wide, 3),
        Leaky(),
        nn.Flatten(),
        EqualizedLinear(4 * 4 * wide, wide),
        Leaky(),
        EqualizedLinear(wide, 1),
    )
    return generator, discriminator
