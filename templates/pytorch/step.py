"""One iteration of training: the losses of each step, their gradients, the updates."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from copy import deepcopy
from inspect import signature
from typing import Any

import torch
import torch.distributed
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

import losses
import settings
from context import Step
from draws import Draws
from networks import NETWORKS
from ops import assign
from optimizers import make_optimizer, set_options
from plan import Plan
from schedules import at


# <losses of the steps>


# Statistics are shared after each update; PyTorch 2.15 has another word for leaving them alone before a pass.
_WORDS = signature(DistributedDataParallel.__init__).parameters
_BUFFERS = "forward_sync_buffers" if "forward_sync_buffers" in _WORDS else "broadcast_buffers"

Batch = dict[str, Tensor]
"""Real samples, `real`, and their classes, `real_labels`, where the GAN has classes."""

EACH_BATCH = ("training/augmentProbability",)
"""Numbers that change with each batch, since they count images; others change with each update."""


class Trainer:
    """The networks with all that training keeps, on one rank."""

    def __init__(self, device: torch.device, batch: int, amp: bool = False) -> None:
        self.device = device
        self.batch = batch
        self.amp = amp
        dtype = torch.get_default_dtype()
        self.networks = {name: make().to(device, dtype) for name, make in NETWORKS.items()}
        self.average = deepcopy(self.networks["generator"]) if settings.EMA else None
        self.numbers = {
            name: torch.tensor(value, device=device, dtype=dtype) for name, value in settings.NUMBERS.items()
        }
        self.optimizers = {
            name: make_optimizer(*settings.OPTIMIZERS[settings.PLAYERS[name]], network.parameters())
            for name, network in self.networks.items()
        }
        self.iteration = 0
        self.runs = {plan.step: 0 for plan in settings.ITERATION}
        self._starts: dict[str, list[Tensor]] = {}
        self.is_distributed = torch.distributed.is_initialized() and torch.distributed.get_world_size() > 1
        self._wrapped = {name: self._wrap(network) for name, network in self.networks.items()}
        self._weights: dict[str, Tensor] = {
            f"{name}/{path.replace('.', '/')}": parameter
            for name, network in self.networks.items()
            for path, parameter in network.named_parameters()
        }

    def iterate(self, next_batch: Callable[[], Batch], draws_of: Callable[[str], Draws]) -> dict[str, Tensor]:
        """One iteration.

        :param next_batch: gives the next batch of this rank.
        :param draws_of: gives the random numbers of the next run of a step.
        :returns: the numbers for the log, of the last run of each step.
        """
        report: dict[str, Tensor] = {}
        for plan in settings.ITERATION:
            batch: Batch = {}
            for _ in range(plan.times):
                if plan.data and not (settings.REPEATS_BATCHES and plan.step == "discriminator" and batch):
                    batch = next_batch()
                report.update(self.run(plan, batch, draws_of(plan.step)))
        self.iteration += 1
        return report

    def run(self, plan: Plan, batch: Batch, draws: Draws) -> dict[str, Tensor]:
        """One run of a step: gradients, and the update that its last batch completes."""
        run = self.runs[plan.step]
        update, place = divmod(run, plan.accumulation)
        is_last = place == plan.accumulation - 1
        trained = [name for name, player in settings.PLAYERS.items() if player in plan.trains]
        step = Step(
            networks={name: (self._wrapped if name in trained else self.networks)[name] for name in self.networks},
            weights=self._weights,
            draws=draws,
            batch=self.batch,
            device=self.device,
            due=frozenset(name for name, every in plan.lazy.items() if update % every == 0),
            scheduled=self.scheduled(),
            numbers=self.numbers,
        )
        with ExitStack() as stack:
            for name in trained:
                network = self._wrapped[name]
                if isinstance(network, DistributedDataParallel) and not is_last:
                    stack.enter_context(network.no_sync())
            with torch.autocast(self.device.type, torch.bfloat16, enabled=self.amp):
                totals = LOSSES[plan.step](step, **{name: batch[name] for name in plan.data})
            for player, total in totals.items():
                # The gradients of both players come from one forward pass where a step trains both.
                own = [
                    parameter for name in trained if settings.PLAYERS[name] == player for parameter in self._of(name)
                ]
                mean = total / plan.accumulation
                torch.autograd.backward(mean, inputs=own, retain_graph=player != plan.trains[-1])
        self.runs[plan.step] = run + 1
        if is_last:
            for name in trained:
                self._update(name, step, plan.looks_ahead)
        for network in self.networks.values():
            network.settle(is_last)
        moves = is_last and not plan.looks_ahead
        self.numbers.update({name: each for name, each in step.changes.items() if moves or name in EACH_BATCH})
        if is_last:
            self._share_statistics()
            if "generator" in plan.trains and not plan.looks_ahead:
                self._move_average(update)
        return step.report

    def scheduled(self) -> dict[str, Tensor]:
        """The numbers that schedules give at this iteration."""
        return {name: self._number(at(value, self.iteration)) for name, value in settings.SCHEDULED.items()}

    def _wrap(self, network: nn.Module) -> nn.Module:
        if not self.is_distributed:
            return network
        devices = [self.device.index] if self.device.type == "cuda" else None
        words: dict[str, Any] = {_BUFFERS: False}
        return DistributedDataParallel(network, device_ids=devices, **words)

    def _of(self, name: str) -> list[nn.Parameter]:
        return list(self.networks[name].parameters())

    def _number(self, value: float) -> Tensor:
        return torch.tensor(value, device=self.device, dtype=torch.get_default_dtype())

    def _update(self, name: str, step: Step, looks_ahead: bool) -> None:
        parameters = self._of(name)
        for parameter in parameters:
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        if settings.REPORTS_GRADIENTS:
            step.report[f"{name}Gradient"] = torch.stack([each.square().sum() for each in gradients]).sum().sqrt()
        if settings.CLIP:
            limit = at(settings.CLIP.limit, self.iteration)
            if settings.CLIP.by == "value":
                nn.utils.clip_grad_value_(parameters, limit)
            else:
                norm = torch.stack([each.square().sum() for each in gradients]).sum().sqrt()
                for each in gradients:
                    each.mul_(limit / norm.clamp(min=limit))
        optimizer = self.optimizers[name]
        set_options(optimizer, *settings.OPTIMIZERS[settings.PLAYERS[name]], self.iteration)
        starts = self._starts.pop(name, None)
        if looks_ahead:
            self._starts[name] = [parameter.detach().clone() for parameter in parameters]
        elif starts is not None:
            for parameter, start in zip(parameters, starts, strict=True):
                assign(parameter, start)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        for penalty, project in losses.PROJECTIONS.get(name, {}).items():
            if penalty in step.due or penalty not in settings.LAZY:
                with torch.no_grad():
                    for parameter in parameters:
                        parameter.copy_(project(step, parameter))

    def _share_statistics(self) -> None:
        """Gives all ranks the mean of what each has measured on its own batch."""
        if not self.is_distributed:
            return
        kept = [buffer for network in self.networks.values() for buffer in network.buffers()]
        kept.extend(self.numbers.values())
        if not kept:
            return
        flat = torch.cat([each.reshape(-1) for each in kept])
        torch.distributed.all_reduce(flat)
        flat /= torch.distributed.get_world_size()
        parts = torch.split(flat, [each.numel() for each in kept])
        for each, part in zip(kept, parts, strict=True):
            each.copy_(part.reshape(each.shape))

    def _move_average(self, update: int) -> None:
        if self.average is None or settings.EMA is None:
            return
        decay = settings.EMA.decay_at(self.iteration, update)
        now = self.networks["generator"].state_dict()
        with torch.no_grad():
            for name, average in self.average.state_dict().items():
                average.lerp_(now[name], 1 - decay)


LOSSES: dict[str, Callable[..., dict[str, Tensor]]] = {
    # <steps>
}
