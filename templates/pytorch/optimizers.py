"""Optimizers by the names of the spec, and the places of their numbers in its state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor
from torch.optim import Optimizer

from schedules import at

Options = dict[str, Any]

SLOTS: dict[str, dict[str, str]] = {
    "adam": {"m": "exp_avg", "v": "exp_avg_sq", "vMax": "max_exp_avg_sq"},
    "adamW": {"m": "exp_avg", "v": "exp_avg_sq"},
    "sgd": {"velocity": "momentum_buffer"},
    "rmsProp": {"v": "square_avg", "mean": "grad_avg", "velocity": "momentum_buffer"},
    "adaGrad": {"squares": "sum"},
    "lion": {"m": "m"},
    "optimisticAdam": {"m": "m", "v": "v", "direction": "direction"},
}
"""Names of PyTorch for the slots of the spec."""


def make_optimizer(kind: str, options: Options, parameters: Iterable[Tensor]) -> Optimizer:
    """An optimizer with its options at iteration 0."""
    return _makers[kind](list(parameters), _words(kind, options, 0))


def set_options(optimizer: Optimizer, kind: str, options: Options, step: int) -> None:
    """Gives an optimizer its options at an iteration."""
    for group in optimizer.param_groups:
        group.update(_words(kind, options, step))


def _words(kind: str, options: Options, step: int) -> Options:
    """The options in the words of PyTorch."""
    values: dict[str, Any] = {
        name: value if isinstance(value, bool) else float(at(value, step)) for name, value in options.items()
    }
    words: Options = {"lr": values["learningRate"]}
    if "beta1" in values:
        words["betas"] = (values["beta1"], values["beta2"])
    named = {"epsilon": "eps", "weightDecay": "weight_decay", "rho": "alpha", "momentum": "momentum"}
    words.update({word: values[name] for name, word in named.items() if name in values})
    words.update({name: values[name] for name in ("amsgrad", "centered", "nesterov") if name in values})
    if kind == "adaGrad":
        words["initial_accumulator_value"] = values["initialAccumulatorValue"]
    return words


class _EachParameter(Optimizer):
    """An optimizer that updates each parameter by itself."""

    def __init__(self, parameters: Iterable[Tensor], **options: Any) -> None:
        super().__init__(parameters, options)

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        for group in self.param_groups:
            for parameter in group["params"]:
                self._update(parameter, parameter.grad, self.state[parameter], group)

    def _update(self, parameter: Tensor, gradient: Tensor, state: dict[str, Any], group: dict[str, Any]) -> None:
        raise NotImplementedError


class Lion(_EachParameter):
    """Steps of fixed size, by the sign of a mean of gradients. Chen et al. 2023, arXiv:2302.06675, Algorithm 2."""

    def _update(self, parameter: Tensor, gradient: Tensor, state: dict[str, Any], group: dict[str, Any]) -> None:
        beta1, beta2 = group["betas"]
        m = state.setdefault("m", torch.zeros_like(parameter))
        sign = torch.lerp(m, gradient, 1 - beta1).sign()
        m.lerp_(gradient, 1 - beta2)
        parameter.sub_(group["lr"] * (sign + group["weight_decay"] * parameter))


class OptimisticAdam(_EachParameter):
    """Adam that steps twice along its direction and once back along the last one. Daskalakis et al. 2018,
    arXiv:1711.00141, Algorithm 1."""

    def _update(self, parameter: Tensor, gradient: Tensor, state: dict[str, Any], group: dict[str, Any]) -> None:
        beta1, beta2 = group["betas"]
        for name in ("m", "v", "direction"):
            state.setdefault(name, torch.zeros_like(parameter))
        state["step"] = state.get("step", 0) + 1
        m, v = state["m"].lerp_(gradient, 1 - beta1), state["v"].lerp_(gradient.square(), 1 - beta2)
        root = (v / (1 - beta2 ** int(state["step"]))).sqrt()
        direction = m / (1 - beta1 ** int(state["step"])) / (root + group["eps"])
        parameter.sub_(group["lr"] * (2 * direction - state["direction"]))
        state["direction"] = direction


_makers: dict[str, Callable[[list[Tensor], Options], Optimizer]] = {
    "adam": lambda parameters, words: torch.optim.Adam(parameters, **words),
    "adamW": lambda parameters, words: torch.optim.AdamW(parameters, **words),
    "sgd": lambda parameters, words: torch.optim.SGD(parameters, **words),
    "rmsProp": lambda parameters, words: torch.optim.RMSprop(parameters, **words),
    "adaGrad": lambda parameters, words: torch.optim.Adagrad(parameters, **words),
    "lion": lambda parameters, words: Lion(parameters, **words),
    "optimisticAdam": lambda parameters, words: OptimisticAdam(parameters, **words),
}
