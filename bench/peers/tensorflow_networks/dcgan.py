"""DCGAN of square images of any size: each stage changes the size, then keeps it for `depth` - 1 convolutions."""

import keras
from keras import Input, Sequential, layers


def dcgan(size: int, channels: int, filters: int, depth: int) -> tuple[keras.Model, keras.Model]:
    def up(width: int) -> list[keras.Layer]:
        stage = [
            layers.Conv2DTranspose(width, 4, strides=2, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.ReLU(),
        ]
        for _ in range(depth - 1):
            stage += [
                layers.Conv2D(width, 3, padding="same", use_bias=False),
                layers.BatchNormalization(),
                layers.ReLU(),
            ]
        return stage

    def down(width: int) -> list[keras.Layer]:
        stage = [layers.Conv2D(width, 4, strides=2, padding="same"), layers.LeakyReLU(0.2)]
        for _ in range(depth - 1):
            stage += [layers.Conv2D(width, 3, padding="same"), layers.LeakyReLU(0.2)]
        return stage

    stages = (size // 4).bit_length() - 1
    widths = [filters * 2**stage for stage in range(stages)]
    generator = Sequential(
        [
            Input((100,)),
            layers.Dense(4 * 4 * widths[-1], use_bias=False),
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.Reshape((4, 4, widths[-1])),
            *[layer for width in widths[-2::-1] for layer in up(width)],
            layers.Conv2DTranspose(channels, 4, strides=2, padding="same", activation="tanh"),
        ]
    )
    discriminator = Sequential(
        [
            Input((size, size, channels)),
            *[layer for width in widths for layer in down(width)],
            layers.Flatten(),
            layers.Dense(1),
        ]
    )
    return generator, discriminator
