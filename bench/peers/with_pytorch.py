"""The workloads in PyTorch: modules in channels_last, fused Adam; with --compile the networks are compiled."""

import math

import torch
import torch._functorch.config
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils import parametrize
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from pytorch_networks import NETWORKS
from turns import REAL_SAMPLES, Task, read_task, take_turns


class Trainer:
    """Both networks with their optimizers, and one iteration of training."""

    def __init__(self, task: Task) -> None:
        self.task = task
        networks = task.network_of(NETWORKS, "PyTorch")(**task.parameters)
        self.generator, self.discriminator = (
            network.to(memory_format=torch.channels_last) for network in networks
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
        self.mean_length = torch.zeros(())
        *size, channels = task.sample
        self.data = torch.rand(REAL_SAMPLES, channels, *size) * 2 - 1
        if len(size) == 2:
            self.data = self.data.contiguous(memory_format=torch.channels_last)

    def optimizer(self, parameters: list[nn.Parameter]) -> torch.optim.Optimizer:
        return torch.optim.Adam(
            parameters, lr=self.task.learning_rate, betas=self.task.betas, fused=True
        )

    @property
    def parameter_counts(self) -> tuple[int, int]:
        return (
            sum(parameter.numel() for parameter in self.generator_parameters),
            sum(parameter.numel() for parameter in self.discriminator_parameters),
        )

    def step(self, iteration: int) -> tuple[float, float]:
        if self.task.update == "simultaneous":
            losses = self.simultaneous()
        else:
            losses = self.alternating(self.task.due(iteration))
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

    def alternating(self, due: dict[str, float]) -> tuple[float, float]:
        for _ in range(self.task.critic_steps):
            real = self.real()
            with torch.no_grad():
                fake = self.generator(self.latents())
            # All passes of a step share one estimate of the norms of the weights.
            with parametrize.cached():
                discriminator_loss = self.critic_loss(real, fake, due)
            self.discriminator_optimizer.zero_grad()
            discriminator_loss.backward(inputs=self.discriminator_parameters)
            self.discriminator_optimizer.step()
        with parametrize.cached():
            generator_loss = self.loss_of_generator(due)
        self.generator_optimizer.zero_grad()
        generator_loss.backward(inputs=self.generator_parameters)
        self.generator_optimizer.step()
        return generator_loss.item(), discriminator_loss.item()

    def critic_loss(self, real: Tensor, fake: Tensor, due: dict[str, float]) -> Tensor:
        """Loss of the discriminator with its penalties."""
        real.requires_grad_("r1" in due)
        fake.requires_grad_("r2" in due)
        real_scores, fake_scores = self.discriminator(real), self.discriminator(fake)
        loss = self.discriminator_loss(real_scores, fake_scores)
        if "r1" in due:
            loss = loss + due["r1"] / 2 * slope(real_scores, real).square().flatten(1).sum(1).mean()
        if "r2" in due:
            loss = loss + due["r2"] / 2 * slope(fake_scores, fake).square().flatten(1).sum(1).mean()
        if "gradientPenalty" in due:
            mix = torch.rand(len(real), *[1] * (real.dim() - 1))
            between = torch.lerp(fake, real, mix).requires_grad_()
            norms = slope(self.discriminator(between), between).flatten(1).norm(dim=1)
            loss = loss + due["gradientPenalty"] * (norms - 1).square().mean()
        return loss

    def loss_of_generator(self, due: dict[str, float]) -> Tensor:
        """Loss of the generator with its penalty."""
        latents = self.latents()
        if "pathLength" not in due:
            return self.score(self.generator(latents))
        mapping, synthesis = self.generator
        style = mapping(latents)
        fake = synthesis(style)
        noise = torch.randn_like(fake) / math.sqrt(fake[0, 0].numel())
        lengths = slope(fake * noise, style).norm(dim=1)
        mean_length = torch.lerp(self.mean_length, lengths.mean(), 0.01)
        self.mean_length = mean_length.detach()
        return self.score(fake) + due["pathLength"] * (lengths - mean_length).square().mean()

    def score(self, fake: Tensor) -> Tensor:
        """Loss of the generator for its samples."""
        fake_scores = self.discriminator(fake)
        if self.task.loss != "relativistic":
            return self.generator_loss(fake_scores)
        with torch.no_grad():
            real_scores = self.discriminator(self.real())
        return F.softplus(real_scores - fake_scores).mean()

    def discriminator_loss(self, real_scores: Tensor, fake_scores: Tensor) -> Tensor:
        if self.task.loss == "wasserstein":
            return fake_scores.mean() - real_scores.mean()
        if self.task.loss == "relativistic":
            return F.softplus(fake_scores - real_scores).mean()
        if self.task.loss == "hinge":
            return F.relu(1 - real_scores).mean() + F.relu(1 + fake_scores).mean()
        return F.softplus(-real_scores).mean() + F.softplus(fake_scores).mean()

    def generator_loss(self, fake_scores: Tensor) -> Tensor:
        if self.task.loss in ("wasserstein", "hinge"):
            return -fake_scores.mean()
        return F.softplus(-fake_scores).mean()

    def latents(self) -> Tensor:
        return torch.randn(self.task.batch, self.task.latent)

    def real(self) -> Tensor:
        return self.data[torch.randint(len(self.data), (self.task.batch,))]


def slope(y: Tensor, x: Tensor) -> Tensor:
    """The gradient of the sum of y, to be differentiated again."""
    return torch.autograd.grad(y.sum(), x, create_graph=True)[0]


task = read_task()
if task.compiled:
    # One forward pass serves the backward passes of both losses.
    torch._functorch.config.donated_buffer = False
torch.set_num_threads(task.threads)
torch.manual_seed(1)
trainer = Trainer(task)
take_turns(f"PyTorch {torch.__version__}", task, trainer.parameter_counts, trainer.step)
