"""The workloads in JAX: functions of a tree of parameters, and one jit of a whole iteration; Adam of Optax."""

import os

from turns import Task, read_task, take_turns

task = read_task()
# Read when XLA starts.
os.environ["NPROC"] = str(task.threads)

import jax
import jax.numpy as jnp
import optax
from jax import Array, lax

glorot = jax.nn.initializers.glorot_normal()
IMAGES = ("NHWC", "HWIO", "NHWC")


def dense_parameters(key: Array, inputs: int, outputs: int, bias: bool = True) -> dict:
    return {"kernel": glorot(key, (inputs, outputs))} | ({"bias": jnp.zeros(outputs)} if bias else {})


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
        x, moved["norm1"] = batch_norm(p["norm1"], averages["norm1"], conv_transpose(p["conv1"], x, 1))
        x = leaky_relu(x)
        x, moved["norm2"] = batch_norm(p["norm2"], averages["norm2"], conv_transpose(p["conv2"], x, 2))
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


class Dcgan64:
    FILTERS = (512, 256, 128, 64)

    def generator_parameters(self, key: Array) -> dict:
        first, *keys = jax.random.split(key, 5)
        parameters = {
            "dense": dense_parameters(first, 100, 4 * 4 * 512, bias=False),
            "norm0": norm_parameters(4 * 4 * 512),
        }
        for at, (inputs, outputs) in enumerate(zip(self.FILTERS, (*self.FILTERS[1:], 3)), 1):
            is_last = outputs == 3
            parameters[f"conv{at}"] = conv_parameters(keys[at - 1], 4, inputs, outputs, bias=is_last)
            if not is_last:
                parameters[f"norm{at}"] = norm_parameters(outputs)
        return parameters

    def generator_averages(self) -> dict:
        features = (4 * 4 * 512, *self.FILTERS[1:])
        return {f"norm{at}": norm_averages(size) for at, size in enumerate(features)}

    def generator(self, p: dict, averages: dict, z: Array) -> tuple[Array, dict]:
        moved = {}
        x, moved["norm0"] = batch_norm(p["norm0"], averages["norm0"], dense(p["dense"], z))
        x = jax.nn.relu(x).reshape(-1, 4, 4, 512)
        for at in (1, 2, 3):
            x = conv_transpose(p[f"conv{at}"], x, 2)
            x, moved[f"norm{at}"] = batch_norm(p[f"norm{at}"], averages[f"norm{at}"], x)
            x = jax.nn.relu(x)
        return jnp.tanh(conv_transpose(p["conv4"], x, 2)), moved

    def discriminator_parameters(self, key: Array) -> dict:
        first, *keys = jax.random.split(key, 5)
        sizes = (3, 64, 128, 256, 512)
        convolutions = {
            f"conv{at}": conv_parameters(keys[at - 1], 4, sizes[at - 1], sizes[at])
            for at in (1, 2, 3, 4)
        }
        return convolutions | {"dense": dense_parameters(first, 4 * 4 * 512, 1)}

    def discriminator(self, p: dict, x: Array, key: Array) -> Array:
        for at in (1, 2, 3, 4):
            x = leaky_relu(conv(p[f"conv{at}"], x, 2))
        return dense(p["dense"], x.reshape(len(x), -1))


NETWORKS = {
    "dcgan-mnist": DcganMnist,
    "ring": Ring,
    "wgan-gp-mnist": WganGpMnist,
    "dcgan-64": Dcgan64,
}


class Trainer:
    """Both networks with their optimizers, and one iteration of training."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.networks = NETWORKS[task.network]()
        self.optimizer = optax.adam(task.learning_rate, *task.betas)
        key, first, second, third = jax.random.split(jax.random.key(1), 4)
        generator = self.networks.generator_parameters(first)
        discriminator = self.networks.discriminator_parameters(second)
        self.state = {
            "key": key,
            "generator": generator,
            "discriminator": discriminator,
            "normAverages": self.networks.generator_averages(),
            "generatorMoments": self.optimizer.init(generator),
            "discriminatorMoments": self.optimizer.init(discriminator),
        }
        if task.average:
            self.state["average"] = jax.tree.map(jnp.copy, generator)
        self.data = jax.random.uniform(third, (4096, *task.sample), minval=-1)
        update = self.simultaneous if task.update == "simultaneous" else self.alternating
        self.update = jax.jit(update, donate_argnums=0)

    def step(self) -> list[float]:
        self.state, losses = self.update(self.state, self.data)
        return [float(loss) for loss in losses]

    def simultaneous(self, state: dict, data: Array) -> tuple[dict, tuple[Array, Array]]:
        """Both networks are updated from one forward pass."""
        key, for_latents, for_batch, for_real, for_fake = jax.random.split(state["key"], 5)
        real = self.batch(for_batch, data)

        def losses(generator: dict, discriminator: dict):
            fake, averages = self.networks.generator(
                generator, state["normAverages"], self.latents(for_latents)
            )
            real_scores = self.networks.discriminator(discriminator, real, for_real)
            fake_scores = self.networks.discriminator(discriminator, fake, for_fake)
            of_generator = self.generator_loss(fake_scores)
            return (of_generator, self.discriminator_loss(real_scores, fake_scores)), averages

        both, pullback, averages = jax.vjp(
            losses, state["generator"], state["discriminator"], has_aux=True
        )
        generator_gradient, _ = pullback((1.0, 0.0))
        _, discriminator_gradient = pullback((0.0, 1.0))
        state = state | {"key": key, "normAverages": averages}
        state = self.apply(state, "generator", generator_gradient)
        state = self.apply(state, "discriminator", discriminator_gradient)
        return self.averaged(state), both

    def alternating(self, state: dict, data: Array) -> tuple[dict, tuple[Array, Array]]:
        key, for_generator, *for_critic = jax.random.split(state["key"], 2 + self.task.critic_steps)
        for critic_key in for_critic:
            discriminator_loss, gradient = jax.value_and_grad(self.critic_loss)(
                state["discriminator"], state, data, critic_key
            )
            state = self.apply(state, "discriminator", gradient)

        def loss(generator: dict) -> tuple[Array, dict]:
            for_latents, for_scores = jax.random.split(for_generator)
            fake, averages = self.networks.generator(
                generator, state["normAverages"], self.latents(for_latents)
            )
            scores = self.networks.discriminator(state["discriminator"], fake, for_scores)
            return self.generator_loss(scores), averages

        (generator_loss, averages), gradient = jax.value_and_grad(loss, has_aux=True)(
            state["generator"]
        )
        state = self.apply(state | {"key": key, "normAverages": averages}, "generator", gradient)
        return self.averaged(state), (generator_loss, discriminator_loss)

    def critic_loss(self, discriminator: dict, state: dict, data: Array, key: Array) -> Array:
        """Loss of the discriminator with its penalty."""
        for_batch, for_latents, for_real, for_fake, for_mix = jax.random.split(key, 5)
        real = self.batch(for_batch, data)
        fake, _ = self.networks.generator(
            state["generator"], state["normAverages"], self.latents(for_latents)
        )

        def scores(x: Array, score_key: Array) -> Array:
            return self.networks.discriminator(discriminator, x, score_key)

        def slope(x: Array) -> Array:
            return jax.grad(lambda x: jnp.sum(scores(x, for_real)))(x)

        loss = self.discriminator_loss(scores(real, for_real), scores(fake, for_fake))
        axes = tuple(range(1, real.ndim))
        if self.task.penalty == "r1":
            squares = jnp.sum(jnp.square(slope(real)), axes)
            loss += self.task.penalty_weight / 2 * jnp.mean(squares)
        if self.task.penalty == "gradientPenalty":
            mix = jax.random.uniform(for_mix, (len(real), *[1] * (real.ndim - 1)))
            squares = jnp.sum(jnp.square(slope(fake + mix * (real - fake))), axes)
            excess = jnp.sqrt(squares + 1e-12) - 1
            loss += self.task.penalty_weight * jnp.mean(jnp.square(excess))
        return loss

    def apply(self, state: dict, network: str, gradient: dict) -> dict:
        updates, moments = self.optimizer.update(gradient, state[f"{network}Moments"])
        parameters = optax.apply_updates(state[network], updates)
        return state | {network: parameters, f"{network}Moments": moments}

    def averaged(self, state: dict) -> dict:
        if not self.task.average:
            return state
        step_size = 1 - self.task.average
        average = optax.incremental_update(state["generator"], state["average"], step_size)
        return state | {"average": average}

    def discriminator_loss(self, real_scores: Array, fake_scores: Array) -> Array:
        if self.task.loss == "wasserstein":
            return jnp.mean(fake_scores) - jnp.mean(real_scores)
        return jnp.mean(jax.nn.softplus(-real_scores)) + jnp.mean(jax.nn.softplus(fake_scores))

    def generator_loss(self, fake_scores: Array) -> Array:
        if self.task.loss == "wasserstein":
            return -jnp.mean(fake_scores)
        return jnp.mean(jax.nn.softplus(-fake_scores))

    def latents(self, key: Array) -> Array:
        return jax.random.normal(key, (self.task.batch, self.task.latent))

    def batch(self, key: Array, data: Array) -> Array:
        return data[jax.random.randint(key, (self.task.batch,), 0, len(data))]


take_turns(f"JAX {jax.__version__}, Optax {optax.__version__}", Trainer(task).step)
