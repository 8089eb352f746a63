"""Residual networks of SNGAN for images of 32x32x3, the discriminator's weights spectrally normalized."""

import keras
from keras import Input, Model, layers, ops

from .residual import residual

FILTERS = 32


class SumPixels(layers.Layer):
    """The sum of each channel."""

    def call(self, x):
        return ops.sum(x, (1, 2))


def sngan_resnet() -> tuple[keras.Model, keras.Model]:
    def up(x: keras.KerasTensor) -> keras.KerasTensor:
        return residual(
            x,
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.UpSampling2D(),
            layers.Conv2D(FILTERS, 3, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.Conv2D(FILTERS, 3, padding="same", use_bias=False),
            shortcut=(layers.UpSampling2D(), layers.Conv2D(FILTERS, 1, use_bias=False)),
        )

    def conv(size: int) -> keras.Layer:
        return layers.SpectralNormalization(layers.Conv2D(FILTERS, size, padding="same"))

    def convolutions() -> list[keras.Layer]:
        return [layers.ReLU(), conv(3), layers.ReLU(), conv(3)]

    latents = Input((128,))
    x = layers.Reshape((4, 4, FILTERS))(layers.Dense(4 * 4 * FILTERS)(latents))
    x = up(up(up(x)))
    x = layers.ReLU()(layers.BatchNormalization()(x))
    generator = Model(latents, layers.Conv2D(3, 3, padding="same", activation="tanh")(x))

    images = Input((32, 32, 3))
    x = residual(
        images,
        conv(3),
        layers.ReLU(),
        conv(3),
        layers.AveragePooling2D(2),
        shortcut=(layers.AveragePooling2D(2), conv(1)),
    )
    x = residual(
        x,
        *convolutions(),
        layers.AveragePooling2D(2),
        shortcut=(conv(1), layers.AveragePooling2D(2)),
    )
    x = residual(residual(x, *convolutions()), *convolutions())
    x = SumPixels()(layers.ReLU()(x))
    scores = layers.SpectralNormalization(layers.Dense(1))(x)
    return generator, Model(images, scores)
