"""A small StyleGAN2 of digits of 32x32: mapping, synthesis with skips, residual discriminator."""

import math

import keras
import tensorflow as tf
from keras import Input, KerasTensor, Model, Sequential, initializers, layers

from .blur import Blur, BlurUp
from .equalized import EqualizedConv2D, EqualizedDense, Leaky
from .residual import residual

FILTERS = 32
STYLE = 4 * FILTERS
TAPS = [1, 3, 3, 1]

normal = initializers.RandomNormal(stddev=1)


class PixelNorm(layers.Layer):
    def call(self, x: tf.Tensor) -> tf.Tensor:
        return x * tf.math.rsqrt(tf.reduce_mean(tf.square(x), -1, keepdims=True) + 1e-8)


class Constant(layers.Layer):
    """A learned image of 4x4, repeated for each sample."""

    def build(self, shape: tuple[int | None, ...]) -> None:
        self.constant = self.add_weight(shape=(1, 4, 4, STYLE), initializer=normal)

    def call(self, style: tf.Tensor) -> tf.Tensor:
        return tf.repeat(self.constant, tf.shape(style)[0], axis=0)


class ModulatedConv2D(layers.Layer):
    """A convolution whose input channels are scaled by a style, and whose outputs are normalized accordingly."""

    def __init__(
        self, filters: int, size: int = 3, demodulate: bool = True, up: bool = False
    ) -> None:
        super().__init__()
        self.filters = filters
        self.size = size
        self.demodulate = demodulate
        # Of images with zeros between their pixels, which would be a quarter as bright.
        self.blur = Blur(TAPS, padding=(1, 1), gain=4.0) if up else None

    def build(self, x_shape: tuple[int | None, ...], style_shape: tuple[int | None, ...]) -> None:
        inputs = x_shape[-1]
        self.style = EqualizedDense(inputs, bias=1.0)
        self.style.build(style_shape)
        kernel = (self.size, self.size, inputs, self.filters)
        self.kernel = self.add_weight(shape=kernel, initializer=normal)
        self.bias = self.add_weight(shape=(self.filters,))
        self.scale = 1 / math.sqrt(inputs * self.size**2)

    def call(self, x: tf.Tensor, style: tf.Tensor) -> tf.Tensor:
        scales = self.style(style)
        kernel = self.kernel * self.scale
        x = x * scales[:, None, None, :]
        if self.blur is None:
            y = tf.nn.conv2d(x, kernel, 1, "SAME")
        else:
            _, height, width, _ = x.shape
            larger = (tf.shape(x)[0], 2 * height + 1, 2 * width + 1, self.filters)
            transposed = tf.transpose(kernel, (0, 1, 3, 2))
            y = self.blur(tf.nn.conv2d_transpose(x, transposed, larger, 2, "VALID"))
        if self.demodulate:
            squares = tf.reduce_sum(tf.square(kernel), (0, 1))
            norms = tf.math.rsqrt(tf.square(scales) @ squares + 1e-8)
            y = y * norms[:, None, None, :]
        return tf.nn.bias_add(y, self.bias)


class Noise(layers.Layer):
    """Adds noise, the same to all channels of a pixel."""

    def build(self, shape: tuple[int | None, ...]) -> None:
        self.strength = self.add_weight(shape=(1,), initializer="zeros")

    def call(self, x: tf.Tensor) -> tf.Tensor:
        _, height, width, _ = x.shape
        return x + self.strength * tf.random.normal((tf.shape(x)[0], height, width, 1))


class MinibatchStdDev(layers.Layer):
    """Appends a channel: the mean deviation within a group of four samples."""

    def call(self, x: tf.Tensor) -> tf.Tensor:
        _, height, width, channels = x.shape
        batch = tf.shape(x)[0]
        groups = tf.reshape(x, (4, batch // 4, height * width * channels))
        deviation = tf.sqrt(tf.math.reduce_variance(groups, 0) + 1e-8)
        channel = tf.tile(tf.reduce_mean(deviation, 1), (4,))[:, None, None, None]
        return tf.concat([x, tf.tile(channel, (1, height, width, 1))], -1)


def stylegan2_small() -> tuple[keras.Model, keras.Model]:
    wide = 4 * FILTERS

    def styled(x: KerasTensor, style: KerasTensor, filters: int, up: bool = False) -> KerasTensor:
        return Leaky()(Noise()(ModulatedConv2D(filters, up=up)(x, style)))

    def image(x: KerasTensor, style: KerasTensor) -> KerasTensor:
        return ModulatedConv2D(1, 1, demodulate=False)(x, style)

    mapping = Sequential(
        [
            Input((64,)),
            PixelNorm(),
            EqualizedDense(STYLE, multiplier=0.01),
            Leaky(),
            EqualizedDense(STYLE, multiplier=0.01),
            Leaky(),
        ]
    )
    style = Input((STYLE,))
    x = styled(Constant()(style), style, wide)
    images = image(x, style)
    for filters in (wide, 2 * FILTERS, FILTERS):
        x = styled(styled(x, style, filters, up=True), style, filters)
        images = layers.add([BlurUp(TAPS)(images), image(x, style)])
    generator = Sequential([mapping, Model(style, images)])

    def down(x: KerasTensor, filters: int) -> KerasTensor:
        return residual(
            x,
            EqualizedConv2D(x.shape[-1], 3),
            Leaky(),
            Blur(TAPS, padding=(2, 1)),
            EqualizedConv2D(filters, 3, stride=2),
            Leaky(),
            shortcut=(
                Blur(TAPS, padding=(1, 1), stride=2),
                EqualizedConv2D(filters, 1, bias=False),
            ),
        )

    digits = Input((32, 32, 1))
    x = Leaky()(EqualizedConv2D(FILTERS, 1)(digits))
    x = down(down(down(x, 2 * FILTERS), wide), wide)
    x = Leaky()(EqualizedConv2D(wide, 3)(MinibatchStdDev()(x)))
    x = Leaky()(EqualizedDense(wide)(layers.Flatten()(x)))
    return generator, Model(digits, EqualizedDense(1)(x))
