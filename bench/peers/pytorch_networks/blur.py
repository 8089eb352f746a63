"""Low-pass filters of images: each channel is convolved with the same small kernel."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def kernel_of(taps: list[int], channels: int, gain: float) -> Tensor:
    """The product of the taps along both axes, with a sum of `gain`, for each channel."""
    row = torch.tensor(taps, dtype=torch.float32)
    kernel = gain * torch.outer(row, row) / row.sum() ** 2
    return kernel.repeat(channels, 1, 1, 1)


class Blur(nn.Module):
    """A filter that keeps every `stride`-th pixel; `padding` is that before and after either axis."""

    def __init__(
        self,
        channels: int,
        taps: list[int],
        padding: tuple[int, int],
        stride: int = 1,
        gain: float = 1.0,
    ) -> None:
        super().__init__()
        self.register_buffer("kernel", kernel_of(taps, channels, gain))
        self.padding = 2 * padding
        self.stride = stride

    def forward(self, x: Tensor) -> Tensor:
        padded = F.pad(x, self.padding)
        return F.conv2d(padded, self.kernel, stride=self.stride, groups=len(self.kernel))


class BlurUp(nn.Module):
    """A filter of images with zeros between their pixels: twice as large, and as bright."""

    def __init__(self, channels: int, taps: list[int]) -> None:
        super().__init__()
        self.register_buffer("kernel", kernel_of(taps, channels, 4.0))
        self.padding = (len(taps) - 2) // 2

    def forward(self, x: Tensor) -> Tensor:
        height, width = x.shape[2:]
        y = F.conv_transpose2d(
            x, self.kernel, stride=2, padding=self.padding, groups=len(self.kernel)
        )
        return y[:, :, : 2 * height, : 2 * width]
