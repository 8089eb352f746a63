"""Layers with equalized learning rates: weights of variance 1, scaled by the root of their fan-in when they are used."""

import math

import tensorflow as tf
from keras import initializers, layers


def leaky(x: tf.Tensor) -> tf.Tensor:
    """LeakyReLU that keeps the variance."""
    return tf.nn.leaky_relu(x, 0.2) * math.sqrt(2)


class EqualizedDense(layers.Layer):
    def __init__(self, units: int, bias: float = 0.0, multiplier: float = 1.0) -> None:
        super().__init__()
        self.units = units
        self.initial_bias = bias
        self.multiplier = multiplier

    def build(self, shape: tuple[int | None, ...]) -> None:
        normal = initializers.RandomNormal(stddev=1 / self.multiplier)
        self.kernel = self.add_weight(shape=(shape[-1], self.units), initializer=normal)
        constant = initializers.Constant(self.initial_bias)
        self.bias = self.add_weight(shape=(self.units,), initializer=constant)
        self.scale = self.multiplier / math.sqrt(shape[-1])

    def call(self, x: tf.Tensor) -> tf.Tensor:
        return x @ (self.kernel * self.scale) + self.bias * self.multiplier


class EqualizedConv2D(layers.Layer):
    def __init__(self, filters: int, size: int, stride: int = 1, bias: bool = True) -> None:
        super().__init__()
        self.filters = filters
        self.size = size
        self.stride = stride
        self.has_bias = bias

    def build(self, shape: tuple[int | None, ...]) -> None:
        normal = initializers.RandomNormal(stddev=1)
        kernel = (self.size, self.size, shape[-1], self.filters)
        self.kernel = self.add_weight(shape=kernel, initializer=normal)
        self.bias = self.add_weight(shape=(self.filters,)) if self.has_bias else None
        self.scale = 1 / math.sqrt(shape[-1] * self.size**2)

    def call(self, x: tf.Tensor) -> tf.Tensor:
        y = tf.nn.conv2d(x, self.kernel * self.scale, self.stride, "SAME")
        return y if self.bias is None else tf.nn.bias_add(y, self.bias)


class Leaky(layers.Layer):
    def call(self, x: tf.Tensor) -> tf.Tensor:
        return leaky(x)
