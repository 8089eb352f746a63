"""R3GAN of MNIST: a learned basis, residual bottlenecks and blurred resampling, without normalization."""

import keras
from keras import Input, KerasTensor, Model, layers

from .blur import Blur, BlurUp
from .residual import residual

FILTERS = 32


class Basis(layers.Layer):
    """A learned image of 7x7, each channel of it multiplied by a number of the sample."""

    def build(self, shape: tuple[int | None, ...]) -> None:
        self.basis = self.add_weight(shape=(7, 7, shape[-1]), initializer="random_normal")

    def call(self, gains):
        return gains[:, None, None, :] * self.basis


def conv(filters: int, size: int, bias: bool = True, initializer: str = "he_normal") -> keras.Layer:
    return layers.Conv2D(
        filters, size, padding="same", use_bias=bias, kernel_initializer=initializer
    )


def mix(x: KerasTensor) -> KerasTensor:
    """A bottleneck that starts as the identity."""
    channels = x.shape[-1]
    return residual(
        x,
        conv(channels, 1),
        layers.LeakyReLU(0.2),
        conv(channels, 3),
        layers.LeakyReLU(0.2),
        conv(channels, 1, bias=False, initializer="zeros"),
    )


def r3gan_small() -> tuple[keras.Model, keras.Model]:
    wide = 4 * FILTERS
    latents = Input((64,))
    x = mix(Basis()(layers.Dense(wide, use_bias=False)(latents)))
    for filters in (2 * FILTERS, FILTERS):
        x = mix(BlurUp([1, 2, 1])(conv(filters, 1, bias=False)(x)))
    generator = Model(latents, layers.Activation("tanh")(conv(1, 1)(x)))

    images = Input((28, 28, 1))
    x = conv(FILTERS, 1)(images)
    for filters in (2 * FILTERS, wide):
        smaller = Blur([1, 2, 1], padding=(1, 0), stride=2)(mix(x))
        x = conv(filters, 1, bias=False)(smaller)
    x = layers.DepthwiseConv2D(7, use_bias=False)(mix(x))
    scores = layers.Dense(1, use_bias=False)(layers.Flatten()(x))
    return generator, Model(images, scores)
