"""WGAN-GP of MNIST."""

import jax
import jax.numpy as jnp
from jax import Array

from .functions import (
    conv,
    conv_parameters,
    conv_transpose,
    dense,
    dense_parameters,
    leaky_relu,
)


class WganGpMnist:
    def generator_parameters(self, key: Array) -> dict:
        keys = jax.random.split(key, 3)
        return {
            "dense": dense_parameters(keys[0], 128, 7 * 7 * 128),
            "conv1": conv_parameters(keys[1], 5, 128, 64),
            "conv2": conv_parameters(keys[2], 5, 64, 1),
        }

    def generator_averages(self) -> dict:
        return {}

    def generator(self, p: dict, averages: dict, z: Array) -> tuple[Array, dict]:
        x = jax.nn.relu(dense(p["dense"], z)).reshape(-1, 7, 7, 128)
        x = jax.nn.relu(conv_transpose(p["conv1"], x, 2))
        return jnp.tanh(conv_transpose(p["conv2"], x, 2)), averages

    def discriminator_parameters(self, key: Array) -> dict:
        keys = jax.random.split(key, 4)
        return {
            "conv1": conv_parameters(keys[0], 5, 1, 64),
            "conv2": conv_parameters(keys[1], 5, 64, 128),
            "conv3": conv_parameters(keys[2], 5, 128, 256),
            "dense": dense_parameters(keys[3], 4 * 4 * 256, 1),
        }

    def discriminator(self, p: dict, x: Array, key: Array) -> Array:
        for name in ("conv1", "conv2", "conv3"):
            x = leaky_relu(conv(p[name], x, 2))
        return dense(p["dense"], x.reshape(len(x), -1))
