"""The workloads in PyTorch: modules in channels_last, fused Adam; with --compile the networks are compiled."""

import torch
import torch._functorch.config
import torch.nn.functional as F
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from turns import Task, read_task, take_turns


def dcgan_mnist() -> tuple[nn.Module, nn.Module]:
    generator = nn.Sequential(
        nn.Linear(100, 7 * 7 * 256, bias=False),
        nn.BatchNorm1d(7 * 7 * 256),
        nn.LeakyReLU(0.2),
        nn.Unflatten(1, (256, 7, 7)),
        nn.ConvTranspose2d(256, 128, 5, stride=1, padding=2, bias=False),
        nn.BatchNorm2d(128),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(128, 64, 5, stride=2, padding=2, output_padding=1, bias=False),
        nn.BatchNorm2d(64),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(64, 1, 5, stride=2, padding=2, output_padding=1, bias=False),
        nn.Tanh(),
    )
    discriminator = nn.Sequential(
        nn.Conv2d(1, 64, 5, stride=2, padding=2),
        nn.LeakyReLU(0.2),
        nn.Dropout(0.3),
        nn.Conv2d(64, 128, 5, stride=2, padding=2),
        nn.LeakyReLU(0.2),
        nn.Dropout(0.3),
        nn.Flatten(),
        nn.Linear(7 * 7 * 128, 1),
    )
    return generator, discriminator


def ring() -> tuple[nn.Module, nn.Module]:
    generator = nn.Sequential(
        nn.Linear(16, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 2)
    )
    discriminator = nn.Sequential(
        nn.Linear(2, 128),
        nn.LeakyReLU(0.2),
        nn.Linear(128, 128),
        nn.LeakyReLU(0.2),
        nn.Linear(128, 1),
    )
    return generator, discriminator


def wgan_gp_mnist() -> tuple[nn.Module, nn.Module]:
    generator = nn.Sequential(
        nn.Linear(128, 7 * 7 * 128),
        nn.ReLU(),
        nn.Unflatten(1, (128, 7, 7)),
        nn.ConvTranspose2d(128, 64, 5, stride=2, padding=2, output_padding=1),
        nn.ReLU(),
        nn.ConvTranspose2d(64, 1, 5, stride=2, padding=2, output_padding=1),
        nn.Tanh(),
    )
    discriminator = nn.Sequential(
        nn.Conv2d(1, 64, 5, stride=2, padding=2),
        nn.LeakyReLU(0.2),
        nn.Conv2d(64, 128, 5, stride=2, padding=2),
        nn.LeakyReLU(0.2),
        nn.Conv2d(128, 256, 5, stride=2, padding=2),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(4 * 4 * 256, 1),
    )
    return generator, discriminator


def dcgan_64() -> tuple[nn.Module, nn.Module]:
    def up(inputs: int, outputs: int) -> list[nn.Module]:
        return [
            nn.ConvTranspose2d(inputs, outputs, 4, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
        ]

    def down(inputs: int, outputs: int) -> list[nn.Module]:
        return [nn.Conv2d(inputs, outputs, 4, stride=2, padding=1), nn.LeakyReLU(0.2)]

    generator = nn.Sequential(
        nn.Linear(100, 4 * 4 * 512, bias=False),
        nn.BatchNorm1d(4 * 4 * 512),
        nn.ReLU(),
        nn.Unflatten(1, (512, 4, 4)),
        *up(512, 256),
        *up(256, 128),
        *up(128, 64),
        nn.ConvTranspose2d(64, 3, 4, stride=2, padding=1),
        nn.Tanh(),
    )
    discriminator = nn.Sequential(
        *down(3, 64),
        *down(64, 128),
        *down(128, 256),
        *down(256, 512),
        nn.Flatten(),
        nn.Linear(4 * 4 * 512, 1),
    )
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
        self.generator, self.discriminator = (
            network.to(memory_format=torch.channels_last) for network in NETWORKS[task.network]()
        )
        if task.compiled:
            self.generator.compile()
            self.discriminator.compile()
        self.generator_parameters = list(self.generator.parameters())
        self.discriminator_parameters = list(self.discriminator.parameters())
        self.generator_optimizer = self.optimizer(self.generator_parameters)
        self.discriminator_optimizer = self.optimizer(self.discriminator_parameters)
        self.average = task.average and AveragedModel(
            self.generator, multi_avg_fn=get_ema_multi_avg_fn(task.average)
        )
        *size, channels = task.sample
        self.data = torch.rand(4096, channels, *size) * 2 - 1
        if size:
            self.data = self.data.contiguous(memory_format=torch.channels_last)

    def optimizer(self, parameters: list[nn.Parameter]) -> torch.optim.Optimizer:
        return torch.optim.Adam(
            parameters, lr=self.task.learning_rate, betas=self.task.betas, fused=True
        )

    def step(self) -> tuple[float, float]:
        losses = self.simultaneous() if self.task.update == "simultaneous" else self.alternating()
        if self.average:
            self.average.update_parameters(self.generator)
        return losses

    def simultaneous(self) -> tuple[float, float]:
        """Both networks are updated from one forward pass."""
        fake = self.generator(self.latents())
        real_scores, fake_scores = self.discriminator(self.real()), self.discriminator(fake)
        generator_loss = self.generator_loss(fake_scores)
        discriminator_loss = self.discriminator_loss(real_scores, fake_scores)
        self.generator_optimizer.zero_grad()
        self.discriminator_optimizer.zero_grad()
        generator_loss.backward(inputs=self.generator_parameters, retain_graph=True)
        discriminator_loss.backward(inputs=self.discriminator_parameters)
        self.generator_optimizer.step()
        self.discriminator_optimizer.step()
        return generator_loss.item(), discriminator_loss.item()

    def alternating(self) -> tuple[float, float]:
        for _ in range(self.task.critic_steps):
            real = self.real()
            with torch.no_grad():
                fake = self.generator(self.latents())
            discriminator_loss = self.critic_loss(real, fake)
            self.discriminator_optimizer.zero_grad()
            discriminator_loss.backward()
            self.discriminator_optimizer.step()
        generator_loss = self.generator_loss(self.discriminator(self.generator(self.latents())))
        self.generator_optimizer.zero_grad()
        generator_loss.backward(inputs=self.generator_parameters)
        self.generator_optimizer.step()
        return generator_loss.item(), discriminator_loss.item()

    def critic_loss(self, real: Tensor, fake: Tensor) -> Tensor:
        """Loss of the discriminator with its penalty."""
        if self.task.penalty == "r1":
            real.requires_grad_()
        real_scores, fake_scores = self.discriminator(real), self.discriminator(fake)
        loss = self.discriminator_loss(real_scores, fake_scores)
        if self.task.penalty == "r1":
            (slope,) = torch.autograd.grad(real_scores.sum(), real, create_graph=True)
            loss = loss + self.task.penalty_weight / 2 * slope.square().flatten(1).sum(1).mean()
        if self.task.penalty == "gradientPenalty":
            mix = torch.rand(len(real), *[1] * (real.dim() - 1))
            between = torch.lerp(fake, real, mix).requires_grad_()
            scores = self.discriminator(between)
            (slope,) = torch.autograd.grad(scores.sum(), between, create_graph=True)
            loss = loss + self.task.penalty_weight * (slope.flatten(1).norm(dim=1) - 1).square().mean()
        return loss

    def discriminator_loss(self, real_scores: Tensor, fake_scores: Tensor) -> Tensor:
        if self.task.loss == "wasserstein":
            return fake_scores.mean() - real_scores.mean()
        return F.softplus(-real_scores).mean() + F.softplus(fake_scores).mean()

    def generator_loss(self, fake_scores: Tensor) -> Tensor:
        if self.task.loss == "wasserstein":
            return -fake_scores.mean()
        return F.softplus(-fake_scores).mean()

    def latents(self) -> Tensor:
        return torch.randn(self.task.batch, self.task.latent)

    def real(self) -> Tensor:
        return self.data[torch.randint(len(self.data), (self.task.batch,))]


task = read_task()
if task.compiled:
    # One forward pass serves the backward passes of both losses.
    torch._functorch.config.donated_buffer = False
torch.set_num_threads(task.threads)
torch.manual_seed(1)
take_turns(f"PyTorch {torch.__version__}", Trainer(task).step)
