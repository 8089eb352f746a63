"""The workloads in JAX: functions of a tree of parameters, and one jit of a whole iteration; Adam of Optax."""

import os

from turns import REAL_SAMPLES, Task, read_task, take_turns

task = read_task()
# Read when XLA starts.
os.environ["NPROC"] = str(task.threads)

import jax
import jax.numpy as jnp
import optax
from jax import Array

from jax_networks import NETWORKS


class Trainer:
    """Both networks with their optimizers, and one iteration of training."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.networks = task.network_of(NETWORKS, "JAX")(**task.parameters)
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
        self.data = jax.random.uniform(third, (REAL_SAMPLES, *task.sample), minval=-1)
        update = self.simultaneous if task.update == "simultaneous" else self.alternating
        self.update = jax.jit(update, donate_argnums=0)

    @property
    def parameter_counts(self) -> tuple[int, int]:
        return (
            sum(leaf.size for leaf in jax.tree.leaves(self.state["generator"])),
            sum(leaf.size for leaf in jax.tree.leaves(self.state["discriminator"])),
        )

    def step(self, _iteration: int) -> list[float]:
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
        due = self.task.due(0)
        if "r1" in due:
            squares = jnp.sum(jnp.square(slope(real)), axes)
            loss += due["r1"] / 2 * jnp.mean(squares)
        if "gradientPenalty" in due:
            mix = jax.random.uniform(for_mix, (len(real), *[1] * (real.ndim - 1)))
            squares = jnp.sum(jnp.square(slope(fake + mix * (real - fake))), axes)
            excess = jnp.sqrt(squares + 1e-12) - 1
            loss += due["gradientPenalty"] * jnp.mean(jnp.square(excess))
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


trainer = Trainer(task)
version = f"JAX {jax.__version__}, Optax {optax.__version__}"
take_turns(version, task, trainer.parameter_counts, trainer.step)
