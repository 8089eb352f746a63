"""Dense networks of points on a ring."""

import jax
from jax import Array

from .functions import (
    dense,
    dense_parameters,
    leaky_relu,
)


class Ring:
    def generator_parameters(self, key: Array) -> dict:
        keys = jax.random.split(key, 3)
        return {
            "dense1": dense_parameters(keys[0], 16, 128),
            "dense2": dense_parameters(keys[1], 128, 128),
            "dense3": dense_parameters(keys[2], 128, 2),
        }

    def generator_averages(self) -> dict:
        return {}

    def generator(self, p: dict, averages: dict, z: Array) -> tuple[Array, dict]:
        x = jax.nn.relu(dense(p["dense2"], jax.nn.relu(dense(p["dense1"], z))))
        return dense(p["dense3"], x), averages

    def discriminator_parameters(self, key: Array) -> dict:
        keys = jax.random.split(key, 3)
        return {
            "dense1": dense_parameters(keys[0], 2, 128),
            "dense2": dense_parameters(keys[1], 128, 128),
            "dense3": dense_parameters(keys[2], 128, 1),
        }

    def discriminator(self, p: dict, x: Array, key: Array) -> Array:
        x = leaky_relu(dense(p["dense2"], leaky_relu(dense(p["dense1"], x))))
        return dense(p["dense3"], x)
