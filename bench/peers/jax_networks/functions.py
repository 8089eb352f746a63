"""Layers as functions of their parameters."""

import jax
import jax.numpy as jnp
import optax
from jax import Array, lax

glorot = jax.nn.initializers.glorot_normal()
IMAGES = ("NHWC", "HWIO", "NHWC")


def dense_parameters(key: Array, inputs: int, outputs: int, bias: bool = True) -> dict:
    return {"kernel": glorot(key, (inputs, outputs))} | (
        {"bias": jnp.zeros(outputs)} if bias else {}
    )


def conv_parameters(key: Array, size: int, inputs: int, outputs: int, bias: bool = True) -> dict:
    kernel = glorot(key, (size, size, inputs, outputs))
    return {"kernel": kernel} | ({"bias": jnp.zeros(outputs)} if bias else {})


def norm_parameters(features: int) -> dict:
    return {"scale": jnp.ones(features), "offset": jnp.zeros(features)}


def norm_averages(features: int) -> dict:
    return {"mean": jnp.zeros(features), "variance": jnp.ones(features)}


def dense(parameters: dict, x: Array) -> Array:
    return x @ parameters["kernel"] + parameters.get("bias", 0)


def conv(parameters: dict, x: Array, stride: int) -> Array:
    kernel = parameters["kernel"]
    y = lax.conv_general_dilated(x, kernel, (stride, stride), "SAME", dimension_numbers=IMAGES)
    return y + parameters.get("bias", 0)


def conv_transpose(parameters: dict, x: Array, stride: int) -> Array:
    kernel = parameters["kernel"]
    y = lax.conv_transpose(x, kernel, (stride, stride), "SAME", dimension_numbers=IMAGES)
    return y + parameters.get("bias", 0)


def batch_norm(parameters: dict, averages: dict, x: Array) -> tuple[Array, dict]:
    axes = tuple(range(x.ndim - 1))
    mean, variance = jnp.mean(x, axes), jnp.var(x, axes)
    scale = parameters["scale"] * lax.rsqrt(variance + 1e-3)
    moved = optax.incremental_update({"mean": mean, "variance": variance}, averages, 0.01)
    return (x - mean) * scale + parameters["offset"], lax.stop_gradient(moved)


def dropout(key: Array, rate: float, x: Array) -> Array:
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def leaky_relu(x: Array) -> Array:
    return jax.nn.leaky_relu(x, 0.2)
