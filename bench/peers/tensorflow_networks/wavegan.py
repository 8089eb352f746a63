"""WaveGAN of clips of 4,096 samples: convolutions of length 25 with strides of 4."""

import keras
import tensorflow as tf
from keras import Input, Sequential, layers

RADIUS = 2


class PhaseShuffle(layers.Layer):
    """Shifts each sequence by a random number of steps, mirrored at its ends."""

    def call(self, x: tf.Tensor) -> tf.Tensor:
        mirrored = tf.pad(x, [(0, 0), (RADIUS, RADIUS), (0, 0)], "REFLECT")
        shifts = tf.random.uniform((tf.shape(x)[0], 1), maxval=2 * RADIUS + 1, dtype=tf.int32)
        return tf.gather(mirrored, shifts + tf.range(x.shape[1]), axis=1, batch_dims=1)


def wavegan_small() -> tuple[keras.Model, keras.Model]:
    def up(filters: int, activation: str = "relu") -> keras.Layer:
        return layers.Conv1DTranspose(filters, 25, strides=4, padding="same", activation=activation)

    def down(filters: int) -> list[keras.Layer]:
        return [layers.Conv1D(filters, 25, strides=4, padding="same"), layers.LeakyReLU(0.2)]

    generator = Sequential(
        [
            Input((100,)),
            layers.Dense(16 * 128, activation="relu"),
            layers.Reshape((16, 128)),
            up(64),
            up(32),
            up(16),
            up(1, activation="tanh"),
        ]
    )
    discriminator = Sequential(
        [
            Input((4096, 1)),
            *down(16),
            PhaseShuffle(),
            *down(32),
            PhaseShuffle(),
            *down(64),
            PhaseShuffle(),
            *down(128),
            layers.Flatten(),
            layers.Dense(1),
        ]
    )
    return generator, discriminator
