"""DCGAN of square images of any size: each stage changes the size, then keeps it for `depth` - 1 convolutions."""

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
    leaky_relu,
    norm_averages,
    norm_parameters,
)


class Dcgan:
    def __init__(self, size: int, channels: int, filters: int, depth: int) -> None:
        stages = (size // 4).bit_length() - 1
        self.channels = channels
        self.depth = depth
        self.widths = [filters * 2**stage for stage in range(stages)]
        self.widest = self.widths[-1]

    def generator_parameters(self, key: Array) -> dict:
        parameters = {
            "dense": dense_parameters(key, 100, 4 * 4 * self.widest, bias=False),
            "norm": norm_parameters(4 * 4 * self.widest),
        }
        for width in self.widths[-2::-1]:
            for at in range(self.depth):
                key, _ = jax.random.split(key)
                name = f"{width}_{at}"
                size, inputs = (4, 2 * width) if at == 0 else (3, width)
                parameters[f"conv{name}"] = conv_parameters(key, size, inputs, width, bias=False)
                parameters[f"norm{name}"] = norm_parameters(width)
        parameters["image"] = conv_parameters(key, 4, self.widths[0], self.channels)
        return parameters

    def generator_averages(self) -> dict:
        averages = {
            f"norm{width}_{at}": norm_averages(width)
            for width in self.widths[:-1]
            for at in range(self.depth)
        }
        return averages | {"norm": norm_averages(4 * 4 * self.widest)}

    def generator(self, p: dict, averages: dict, z: Array) -> tuple[Array, dict]:
        moved = {}
        x, moved["norm"] = batch_norm(p["norm"], averages["norm"], dense(p["dense"], z))
        x = jax.nn.relu(x).reshape(-1, 4, 4, self.widest)
        for width in self.widths[-2::-1]:
            for at in range(self.depth):
                name = f"{width}_{at}"
                kernel = p[f"conv{name}"]
                x = conv_transpose(kernel, x, 2) if at == 0 else conv(kernel, x, 1)
                norm = f"norm{name}"
                x, moved[norm] = batch_norm(p[norm], averages[norm], x)
                x = jax.nn.relu(x)
        return jnp.tanh(conv_transpose(p["image"], x, 2)), moved

    def discriminator_parameters(self, key: Array) -> dict:
        parameters = {"dense": dense_parameters(key, 4 * 4 * self.widest, 1)}
        inputs = self.channels
        for width in self.widths:
            for at in range(self.depth):
                key, _ = jax.random.split(key)
                size = 4 if at == 0 else 3
                parameters[f"conv{width}_{at}"] = conv_parameters(key, size, inputs, width)
                inputs = width
        return parameters

    def discriminator(self, p: dict, x: Array, key: Array) -> Array:
        for width in self.widths:
            for at in range(self.depth):
                x = leaky_relu(conv(p[f"conv{width}_{at}"], x, 2 if at == 0 else 1))
        return dense(p["dense"], x.reshape(len(x), -1))
