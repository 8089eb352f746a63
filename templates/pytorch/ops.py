"""Operations on tensors in the layout of the spec: images are [batch, height, width, channels], kernels of convolutions
[height, width, in, out], kernels of dense layers [in, out].

PyTorch's convolutions take [batch, channels, height, width]. An image of the spec's layout, seen through `permute`, is
such a tensor in PyTorch's channels_last format, so nothing is copied.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import torch.distributed
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

Pair = tuple[int, int]


class Weights(nn.Module):
    """The parameters of one layer, and what it keeps beside them: running statistics, singular vectors."""

    def __init__(self, kept: dict[str, tuple[int, ...]] | None = None, **shapes: tuple[int, ...]) -> None:
        super().__init__()
        for name, shape in shapes.items():
            self.register_parameter(name, nn.Parameter(torch.zeros(shape)))
        for name, shape in (kept or {}).items():
            self.register_buffer(name, torch.zeros(shape))

    if TYPE_CHECKING:
        # A module of PyTorch may hold modules too; this one has tensors alone.
        def __getattr__(self, name: str) -> Tensor: ...


class Network(nn.Module):
    """A network whose layers hold their numbers as `Weights`."""

    def __init__(self) -> None:
        super().__init__()
        self._later: list[tuple[Tensor, Tensor]] = []

    def later(self, place: Tensor, value: Tensor) -> None:
        """Keeps a new value until `settle`, so that all passes of a step see the old one."""
        self._later.append((place, value.detach()))

    def settle(self, update: bool = True) -> None:
        """Puts the values of `later` in their places, or forgets them."""
        for place, value in self._later:
            if update:
                assign(place, value)
        self._later.clear()


def assign(place: Tensor, value: Tensor) -> None:
    """Replaces the numbers of a tensor."""
    with torch.no_grad():
        place.copy_(value)


def gradient(y: Tensor, x: Tensor) -> Tensor:
    """The gradient of the sum of y by x, which can be differentiated in turn."""
    (found,) = torch.autograd.grad(y.sum(), x, create_graph=True)
    return found


def conv2d(x: Tensor, kernel: Tensor, strides: Pair, padding: tuple[Pair, Pair]) -> Tensor:
    """A convolution; padding is ((top, bottom), (left, right))."""
    (top, bottom), (left, right) = padding
    images = x.permute(0, 3, 1, 2)
    around = (top, left)
    if top != bottom or left != right:
        images, around = F.pad(images, (left, right, top, bottom)), (0, 0)
    return F.conv2d(images, kernel.permute(3, 2, 0, 1), stride=strides, padding=around).permute(0, 2, 3, 1)


def conv_transpose2d(x: Tensor, kernel: Tensor, strides: Pair, padding: tuple[Pair, Pair], size: Pair) -> Tensor:
    """The transpose of the convolution of this kernel, strides and padding from images of this height and width; the
    kernel is [height, width, out, in]. Uneven padding, as TensorFlow's "same" has it, is cut from the whole result."""
    (top, _), (left, _) = padding
    whole = F.conv_transpose2d(x.permute(0, 3, 1, 2), kernel.permute(3, 2, 0, 1), stride=strides)
    down, right = size[0] + top - whole.shape[2], size[1] + left - whole.shape[3]
    return F.pad(whole, (-left, right, -top, down)).permute(0, 2, 3, 1)


def upsample(x: Tensor, factors: Pair) -> Tensor:
    """Each pixel becomes a block."""
    return x.repeat_interleave(factors[0], 1).repeat_interleave(factors[1], 2)


def sum_blocks(x: Tensor, factors: Pair) -> Tensor:
    """The sum of each block of pixels."""
    batch, height, width, channels = x.shape
    blocks = (batch, height // factors[0], factors[0], width // factors[1], factors[1], channels)
    return x.reshape(blocks).sum((2, 4))


_constants: dict[tuple[str, torch.device, torch.dtype], Tensor] = {}


def constant(name: str, device: torch.device) -> Tensor:
    """Fixed numbers of constants.safetensors."""
    key = (name, device, torch.get_default_dtype())
    if key not in _constants:
        tensors = load_file(Path(__file__).parent / "constants.safetensors")
        _constants.update({(each, *key[1:]): tensor.to(device, key[2]) for each, tensor in tensors.items()})
    return _constants[key]


def batch_mean(x: Tensor, axes: int | tuple[int, ...]) -> Tensor:
    """A mean over the batches of all ranks and other axes, for batch normalization. PyTorch's SyncBatchNorm cannot be
    differentiated twice, which penalties on gradients need; this can."""
    mean = x.mean(axes)
    if not torch.distributed.is_initialized():
        return mean
    found: Tensor = _MeanOfRanks.apply(mean)
    return found


class _MeanOfRanks(torch.autograd.Function):
    """The mean of a tensor over all ranks. Its gradient is the mean of gradients, so it can be differentiated again."""

    @staticmethod
    def forward(ctx: Any, x: Tensor) -> Tensor:
        total = x.clone()
        torch.distributed.all_reduce(total)
        return total / torch.distributed.get_world_size()

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> Tensor:
        found: Tensor = _MeanOfRanks.apply(slope.contiguous())
        return found
