"""The workloads in TensorFlow: Keras models in one tf.function; with --compile XLA compiles it."""

import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import tensorflow as tf
from keras import Input, Sequential, layers

from turns import Task, read_task, take_turns


def dcgan_mnist() -> tuple[keras.Model, keras.Model]:
    generator = Sequential([
        Input((100,)),
        layers.Dense(7 * 7 * 256, use_bias=False),
        layers.BatchNormalization(),
        layers.LeakyReLU(0.2),
        layers.Reshape((7, 7, 256)),
        layers.Conv2DTranspose(128, 5, strides=1, padding="same", use_bias=False),
        layers.BatchNormalization(),
        layers.LeakyReLU(0.2),
        layers.Conv2DTranspose(64, 5, strides=2, padding="same", use_bias=False),
        layers.BatchNormalization(),
        layers.LeakyReLU(0.2),
        layers.Conv2DTranspose(
            1, 5, strides=2, padding="same", use_bias=False, activation="tanh"
        ),
    ])
    discriminator = Sequential([
        Input((28, 28, 1)),
        layers.Conv2D(64, 5, strides=2, padding="same"),
        layers.LeakyReLU(0.2),
        layers.Dropout(0.3),
        layers.Conv2D(128, 5, strides=2, padding="same"),
        layers.LeakyReLU(0.2),
        layers.Dropout(0.3),
        layers.Flatten(),
        layers.Dense(1),
    ])
    return generator, discriminator


def ring() -> tuple[keras.Model, keras.Model]:
    generator = Sequential([
        Input((16,)),
        layers.Dense(128, activation="relu"),
        layers.Dense(128, activation="relu"),
        layers.Dense(2),
    ])
    discriminator = Sequential([
        Input((2,)),
        layers.Dense(128),
        layers.LeakyReLU(0.2),
        layers.Dense(128),
        layers.LeakyReLU(0.2),
        layers.Dense(1),
    ])
    return generator, discriminator


def wgan_gp_mnist() -> tuple[keras.Model, keras.Model]:
    generator = Sequential([
        Input((128,)),
        layers.Dense(7 * 7 * 128, activation="relu"),
        layers.Reshape((7, 7, 128)),
        layers.Conv2DTranspose(64, 5, strides=2, padding="same", activation="relu"),
        layers.Conv2DTranspose(1, 5, strides=2, padding="same", activation="tanh"),
    ])
    discriminator = Sequential([
        Input((28, 28, 1)),
        layers.Conv2D(64, 5, strides=2, padding="same"),
        layers.LeakyReLU(0.2),
        layers.Conv2D(128, 5, strides=2, padding="same"),
        layers.LeakyReLU(0.2),
        layers.Conv2D(256, 5, strides=2, padding="same"),
        layers.LeakyReLU(0.2),
        layers.Flatten(),
        layers.Dense(1),
    ])
    return generator, discriminator


def dcgan_64() -> tuple[keras.Model, keras.Model]:
    def up(filters: int) -> list[keras.Layer]:
        return [
            layers.Conv2DTranspose(filters, 4, strides=2, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.ReLU(),
        ]

    def down(filters: int) -> list[keras.Layer]:
        return [layers.Conv2D(filters, 4, strides=2, padding="same"), layers.LeakyReLU(0.2)]

    generator = Sequential([
        Input((100,)),
        layers.Dense(4 * 4 * 512, use_bias=False),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.Reshape((4, 4, 512)),
        *up(256),
        *up(128),
        *up(64),
        layers.Conv2DTranspose(3, 4, strides=2, padding="same", activation="tanh"),
    ])
    discriminator = Sequential([
        Input((64, 64, 3)),
        *down(64),
        *down(128),
        *down(256),
        *down(512),
        layers.Flatten(),
        layers.Dense(1),
    ])
    return generator, discriminator


NETWORKS = {
    "dcgan-mnist": dcgan_mnist,
    "ring": ring,
    "wgan-gp-mnist": wgan_gp_mnist,
    "dcgan-64": dcgan_64,
}


class Trainer:
    """Both networks with their optimizers, and one iteration of training."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.generator, self.discriminator = NETWORKS[task.network]()
        self.generator_optimizer = self.optimizer(self.generator)
        self.discriminator_optimizer = self.optimizer(self.discriminator)
        self.averages = task.average and [
            tf.Variable(variable) for variable in self.generator.trainable_variables
        ]
        data = tf.random.uniform((4096, *task.sample), -1, 1)
        batches = tf.data.Dataset.from_tensor_slices(data).shuffle(4096).repeat().batch(task.batch)
        self.batches = iter(batches.batch(task.critic_steps).prefetch(2))
        update = self.simultaneous if task.update == "simultaneous" else self.alternating
        self.update = tf.function(update, jit_compile=task.compiled)

    def optimizer(self, model: keras.Model) -> keras.optimizers.Optimizer:
        beta_1, beta_2 = self.task.betas
        optimizer = keras.optimizers.Adam(self.task.learning_rate, beta_1, beta_2)
        optimizer.build(model.trainable_variables)
        return optimizer

    def step(self) -> list[float]:
        return [float(loss) for loss in self.update(next(self.batches))]

    def simultaneous(self, reals: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
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

    def alternating(self, reals: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        for at in range(self.task.critic_steps):
            fake = self.generator(self.latents(), training=True)
            with tf.GradientTape() as tape:
                discriminator_loss = self.critic_loss(reals[at], fake)
            self.apply(
                self.discriminator_optimizer, self.discriminator, tape, discriminator_loss
            )
        with tf.GradientTape() as tape:
            fake = self.generator(self.latents(), training=True)
            generator_loss = self.generator_loss(self.discriminator(fake, training=True))
        self.apply(self.generator_optimizer, self.generator, tape, generator_loss)
        self.move_averages()
        return generator_loss, discriminator_loss

    def critic_loss(self, real: tf.Tensor, fake: tf.Tensor) -> tf.Tensor:
        """Loss of the discriminator with its penalty."""
        with tf.GradientTape() as tape:
            tape.watch(real)
            real_scores = self.discriminator(real, training=True)
        fake_scores = self.discriminator(fake, training=True)
        loss = self.discriminator_loss(real_scores, fake_scores)
        if self.task.penalty == "r1":
            slope = tape.gradient(real_scores, real)
            loss += self.task.penalty_weight / 2 * tf.reduce_mean(self.squared_norms(slope))
        if self.task.penalty == "gradientPenalty":
            mix = tf.random.uniform((self.task.batch, *[1] * (len(real.shape) - 1)))
            between = fake + mix * (real - fake)
            with tf.GradientTape() as tape:
                tape.watch(between)
                scores = self.discriminator(between, training=True)
            slope = tape.gradient(scores, between)
            excess = tf.sqrt(self.squared_norms(slope) + 1e-12) - 1
            loss += self.task.penalty_weight * tf.reduce_mean(tf.square(excess))
        return loss

    def squared_norms(self, slope: tf.Tensor) -> tf.Tensor:
        return tf.reduce_sum(tf.square(slope), axis=range(1, len(slope.shape)))

    def discriminator_loss(self, real_scores: tf.Tensor, fake_scores: tf.Tensor) -> tf.Tensor:
        if self.task.loss == "wasserstein":
            return tf.reduce_mean(fake_scores) - tf.reduce_mean(real_scores)
        return tf.reduce_mean(tf.nn.softplus(-real_scores)) + tf.reduce_mean(
            tf.nn.softplus(fake_scores)
        )

    def generator_loss(self, fake_scores: tf.Tensor) -> tf.Tensor:
        if self.task.loss == "wasserstein":
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


task = read_task()
tf.config.threading.set_intra_op_parallelism_threads(task.threads)
tf.config.threading.set_inter_op_parallelism_threads(task.threads)
keras.utils.set_random_seed(1)
take_turns(f"TensorFlow {tf.__version__}, Keras {keras.__version__}", Trainer(task).step)
