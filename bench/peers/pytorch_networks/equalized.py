"""Layers with equalized learning rates: weights of variance 1, scaled by the root of their fan-in when they are used."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def leaky(x: Tensor) -> Tensor:
    """LeakyReLU that keeps the variance."""
    return F.leaky_relu(x, 0.2) * math.sqrt(2)


class EqualizedLinear(nn.Module):
    def __init__(
        self, inputs: int, outputs: int, bias: float = 0.0, multiplier: float = 1.0
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs) / multiplier)
        self.bias = nn.Parameter(torch.full((outputs,), bias))
        self.scale = multiplier / math.sqrt(inputs)
        self.multiplier = multiplier

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight * self.scale, self.bias * self.multiplier)


class EqualizedConv2d(nn.Module):
    def __init__(
        self, inputs: int, outputs: int, size: int, stride: int = 1, bias: bool = True
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, size, size))
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None
        self.scale = 1 / math.sqrt(inputs * size**2)
        self.stride = stride
        self.padding = size // 2

    def forward(self, x: Tensor) -> Tensor:
        return F.conv2d(x, self.weight * self.scale, self.bias, self.stride, self.padding)


class Leaky(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return leaky(x)
