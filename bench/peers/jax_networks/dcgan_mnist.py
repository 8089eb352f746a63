"""DCGAN of MNIST."""

import jax
import jax.numpy as jnp
from jax import Array

from .functions import (
    batch_norm,
    conv,
    conv_parameters,
    conv_transpose,
    dense,
    dense_parameters,
    dropout,
    leaky_relu,
    norm_averages,
    norm_parameters,
)


class DcganMnist:
    def generator_parameters(self, key: Array) -> dict:
        keys = jax.random.split(key, 4)
        return {
            "dense": dense_parameters(keys[0], 100, 7 * 7 * 256, bias=False),
            "norm0": norm_parameters(7 * 7 * 256),
            "conv1": conv_parameters(keys[1], 5, 256, 128, bias=False),
            "norm1": norm_parameters(128),
            "conv2": conv_parameters(keys[2], 5, 128, 64, bias=False),
            "norm2": norm_parameters(64),
            "conv3": conv_parameters(keys[3], 5, 64, 1, bias=False),
        }

    def generator_averages(self) -> dict:
        return {
            "norm0": norm_averages(7 * 7 * 256),
            "norm1": norm_averages(128),
            "norm2": norm_averages(64),
        }

    def generator(self, p: dict, averages: dict, z: Array) -> tuple[Array, dict]:
        moved = {}
        x, moved["norm0"] = batch_norm(p["norm0"], averages["norm0"], dense(p["dense"], z))
        x = leaky_relu(x).reshape(-1, 7, 7, 256)
        x, moved["norm1"] = batch_norm(
            p["norm1"], averages["norm1"], conv_transpose(p["conv1"], x, 1)
        )
        x = leaky_relu(x)
        x, moved["norm2"] = batch_norm(
            p["norm2"], averages["norm2"], conv_transpose(p["conv2"], x, 2)
        )
        return jnp.tanh(conv_transpose(p["conv3"], leaky_relu(x), 2)), moved

    def discriminator_parameters(self, key: Array) -> dict:
        keys = jax.random.split(key, 3)
        return {
            "conv1": conv_parameters(keys[0], 5, 1, 64),
            "conv2": conv_parameters(keys[1], 5, 64, 128),
            "dense": dense_parameters(keys[2], 7 * 7 * 128, 1),
        }

    def discriminator(self, p: dict, x: Array, key: Array) -> Array:
        first, second = jax.random.split(key)
        x = dropout(first, 0.3, leaky_relu(conv(p["conv1"], x, 2)))
        x = dropout(second, 0.3, leaky_relu(conv(p["conv2"], x, 2)))
        return dense(p["dense"], x.reshape(len(x), -1))
