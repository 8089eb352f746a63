"""The workloads in TensorFlow: Keras models in one tf.function; with --compile XLA compiles it."""

import math
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import tensorflow as tf

from tensorflow_networks import NETWORKS
from turns import REAL_SAMPLES, Task, read_task, take_turns


class Trainer:
    """Both networks with their optimizers, and one iteration of training."""

    def __init__(self, task: Task) -> None:
        self.task = task
        networks = task.network_of(NETWORKS, "TensorFlow")(**task.parameters)
        self.generator, self.discriminator = networks
        self.generator_optimizer = self.optimizer(self.generator)
        self.discriminator_optimizer = self.optimizer(self.discriminator)
        self.averages = task.average and [
            tf.Variable(variable) for variable in self.generator.trainable_variables
        ]
        self.mean_length = tf.Variable(0.0)
        data = tf.random.uniform((REAL_SAMPLES, *task.sample), -1, 1)
        samples = tf.data.Dataset.from_tensor_slices(data).shuffle(REAL_SAMPLES).repeat()
        batches = samples.batch(task.batch).batch(task.real_batches)
        self.batches = iter(batches.prefetch(2))
        self.update = tf.function(
            self.simultaneous if task.update == "simultaneous" else self.alternating,
            jit_compile=task.compiled,
        )

    def optimizer(self, model: keras.Model) -> keras.optimizers.Optimizer:
        beta_1, beta_2 = self.task.betas
        optimizer = keras.optimizers.Adam(self.task.learning_rate, beta_1, beta_2)
        optimizer.build(model.trainable_variables)
        return optimizer

    @property
    def parameter_counts(self) -> tuple[int, int]:
        return (
            sum(math.prod(variable.shape) for variable in self.generator.trainable_variables),
            sum(math.prod(variable.shape) for variable in self.discriminator.trainable_variables),
        )

    def step(self, iteration: int) -> list[float]:
        losses = self.update(next(self.batches), self.task.due(iteration))
        return [float(loss) for loss in losses]

    def simultaneous(self, reals: tf.Tensor, _due: dict[str, float]) -> tuple[tf.Tensor, tf.Tensor]:
        """Both networks are updated from one forward pass."""
        with tf.GradientTape() as generator_tape, tf.GradientTape() as discriminator_tape:
            fake = self.generator(self.latents(), training=True)
            real_scores = self.discriminator(reals[0], training=True)
            fake_scores = self.discriminator(fake, training=True)
            generator_loss = self.generator_loss(fake_scores)
            discriminator_loss = self.discriminator_loss(real_scores, fake_scores)
        self.apply(self.generator_optimizer, self.generator, generator_tape, generator_loss)
        self.apply(
            self.discriminator_optimizer, self.discriminator, discriminator_tape, discriminator_loss
        )
        self.move_averages()
        return generator_loss, discriminator_loss

    def alternating(self, reals: tf.Tensor, due: dict[str, float]) -> tuple[tf.Tensor, tf.Tensor]:
        """Traced once for each combination of penalties that are due together."""
        for at in range(self.task.critic_steps):
            fake = self.generator(self.latents(), training=True)
            with tf.GradientTape() as tape:
                discriminator_loss = self.critic_loss(reals[at], fake, due)
            self.apply(self.discriminator_optimizer, self.discriminator, tape, discriminator_loss)
        with tf.GradientTape() as tape:
            generator_loss = self.loss_of_generator(reals[-1], due)
        self.apply(self.generator_optimizer, self.generator, tape, generator_loss)
        self.move_averages()
        return generator_loss, discriminator_loss

    def critic_loss(self, real: tf.Tensor, fake: tf.Tensor, due: dict[str, float]) -> tf.Tensor:
        """Loss of the discriminator with its penalties."""
        with tf.GradientTape() as real_tape:
            real_tape.watch(real)
            real_scores = self.discriminator(real, training=True)
        with tf.GradientTape() as fake_tape:
            fake_tape.watch(fake)
            fake_scores = self.discriminator(fake, training=True)
        loss = self.discriminator_loss(real_scores, fake_scores)
        if "r1" in due:
            slope = real_tape.gradient(real_scores, real)
            loss += due["r1"] / 2 * tf.reduce_mean(squared_norms(slope))
        if "r2" in due:
            slope = fake_tape.gradient(fake_scores, fake)
            loss += due["r2"] / 2 * tf.reduce_mean(squared_norms(slope))
        if "gradientPenalty" in due:
            mix = tf.random.uniform((self.task.batch, *[1] * (len(real.shape) - 1)))
            between = fake + mix * (real - fake)
            with tf.GradientTape() as tape:
                tape.watch(between)
                scores = self.discriminator(between, training=True)
            norms = tf.sqrt(squared_norms(tape.gradient(scores, between)) + 1e-12)
            loss += due["gradientPenalty"] * tf.reduce_mean(tf.square(norms - 1))
        return loss

    def loss_of_generator(self, real: tf.Tensor, due: dict[str, float]) -> tf.Tensor:
        """Loss of the generator with its penalty."""
        latents = self.latents()
        if "pathLength" not in due:
            return self.score(self.generator(latents, training=True), real)
        mapping, synthesis = self.generator.layers
        style = mapping(latents, training=True)
        with tf.GradientTape() as tape:
            tape.watch(style)
            fake = synthesis(style, training=True)
            noise = tf.random.normal(fake.shape) / math.sqrt(math.prod(fake.shape[1:-1]))
            projected = tf.reduce_sum(fake * noise)
        lengths = tf.sqrt(squared_norms(tape.gradient(projected, style)) + 1e-12)
        mean_length = self.mean_length + 0.01 * (tf.reduce_mean(lengths) - self.mean_length)
        self.mean_length.assign(mean_length)
        excess = tf.reduce_mean(tf.square(lengths - mean_length))
        return self.score(fake, real) + due["pathLength"] * excess

    def score(self, fake: tf.Tensor, real: tf.Tensor) -> tf.Tensor:
        """Loss of the generator for its samples."""
        fake_scores = self.discriminator(fake, training=True)
        if self.task.loss != "relativistic":
            return self.generator_loss(fake_scores)
        real_scores = self.discriminator(real, training=True)
        return tf.reduce_mean(tf.nn.softplus(real_scores - fake_scores))

    def discriminator_loss(self, real_scores: tf.Tensor, fake_scores: tf.Tensor) -> tf.Tensor:
        if self.task.loss == "wasserstein":
            return tf.reduce_mean(fake_scores) - tf.reduce_mean(real_scores)
        if self.task.loss == "relativistic":
            return tf.reduce_mean(tf.nn.softplus(fake_scores - real_scores))
        if self.task.loss == "hinge":
            of_real = tf.reduce_mean(tf.nn.relu(1 - real_scores))
            return of_real + tf.reduce_mean(tf.nn.relu(1 + fake_scores))
        of_real = tf.reduce_mean(tf.nn.softplus(-real_scores))
        return of_real + tf.reduce_mean(tf.nn.softplus(fake_scores))

    def generator_loss(self, fake_scores: tf.Tensor) -> tf.Tensor:
        if self.task.loss in ("wasserstein", "hinge"):
            return -tf.reduce_mean(fake_scores)
        return tf.reduce_mean(tf.nn.softplus(-fake_scores))

    def apply(
        self,
        optimizer: keras.optimizers.Optimizer,
        model: keras.Model,
        tape: tf.GradientTape,
        loss: tf.Tensor,
    ) -> None:
        variables = model.trainable_variables
        optimizer.apply(tape.gradient(loss, variables), variables)

    def move_averages(self) -> None:
        if self.averages:
            for average, variable in zip(self.averages, self.generator.trainable_variables):
                average.assign_add((1 - self.task.average) * (variable - average))

    def latents(self) -> tf.Tensor:
        return tf.random.normal((self.task.batch, self.task.latent))


def squared_norms(slope: tf.Tensor) -> tf.Tensor:
    return tf.reduce_sum(tf.square(slope), axis=range(1, len(slope.shape)))


task = read_task()
tf.config.threading.set_intra_op_parallelism_threads(task.threads)
tf.config.threading.set_inter_op_parallelism_threads(task.threads)
keras.utils.set_random_seed(1)
trainer = Trainer(task)
version = f"TensorFlow {tf.__version__}, Keras {keras.__version__}"
take_turns(version, task, trainer.parameter_counts, trainer.step)
