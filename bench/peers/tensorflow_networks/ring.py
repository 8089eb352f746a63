"""Dense networks of points on a ring."""

import keras
from keras import Input, Sequential, layers


def ring() -> tuple[keras.Model, keras.Model]:
    generator = Sequential(
        [
            Input((16,)),
            layers.Dense(128, activation="relu"),
            layers.Dense(128, activation="relu"),
            layers.Dense(2),
        ]
    )
    discriminator = Sequential(
        [
            Input((2,)),
            layers.Dense(128),
            layers.LeakyReLU(0.2),
            layers.Dense(128),
            layers.LeakyReLU(0.2),
            layers.Dense(1),
        ]
    )
    return generator, discriminator
