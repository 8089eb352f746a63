"""Residual networks of one-dimensional convolutions for lines of 32 of 96 characters."""

import keras
from keras import Input, KerasTensor, Model, layers

from .residual import residual

FILTERS = 64


def text_wgan_gp() -> tuple[keras.Model, keras.Model]:
    def conv() -> keras.Layer:
        return layers.Conv1D(FILTERS, 5, padding="same")

    def mixing(x: KerasTensor) -> KerasTensor:
        for _ in range(5):
            x = residual(x, layers.ReLU(), conv(), layers.ReLU(), conv())
        return x

    latents = Input((128,))
    x = layers.Reshape((32, FILTERS))(layers.Dense(32 * FILTERS)(latents))
    generator = Model(latents, layers.Conv1D(96, 1, activation="softmax")(mixing(x)))

    lines = Input((32, 96))
    x = mixing(layers.Conv1D(FILTERS, 1)(lines))
    return generator, Model(lines, layers.Dense(1)(layers.Flatten()(x)))
