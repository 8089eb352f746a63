"""Paths of one parameter under PyTorch's optimizers in float64.

    python3 test/reference/torch_optimizers.py       # needs torch; writes optimizers.expected.json beside it

Options are named as in ganspec; epsilon is large, so that its place shows.
"""

import json
import pathlib

import torch

START = 0.5
GRADIENTS = [0.5, -1.0, 0.25, 2.0, 0.125]
ADAM = {"learningRate": 0.1, "beta1": 0.5, "beta2": 0.75, "epsilon": 0.01}
RMS = {"learningRate": 0.1, "rho": 0.75, "epsilon": 0.01}


def adam(c):
    return {"lr": c["learningRate"], "betas": (c["beta1"], c["beta2"]), "eps": c["epsilon"]}


def rms(c):
    return {"lr": c["learningRate"], "alpha": c["rho"], "eps": c["epsilon"]}


CASES = [
    (dict(type="adam", **ADAM), torch.optim.Adam, adam, {}),
    (dict(type="adam", **ADAM, amsgrad=True), torch.optim.Adam, adam, {"amsgrad": True}),
    (dict(type="adamW", **ADAM, weightDecay=0.5), torch.optim.AdamW, adam, {"weight_decay": 0.5}),
    (dict(type="rmsProp", **RMS), torch.optim.RMSprop, rms, {}),
    (dict(type="rmsProp", **RMS, momentum=0.5), torch.optim.RMSprop, rms, {"momentum": 0.5}),
    (dict(type="rmsProp", **RMS, centered=True), torch.optim.RMSprop, rms, {"centered": True}),
    (
        dict(type="rmsProp", **RMS, momentum=0.5, centered=True),
        torch.optim.RMSprop,
        rms,
        {"momentum": 0.5, "centered": True},
    ),
    (
        dict(type="sgd", learningRate=0.1, momentum=0.5, nesterov=True),
        torch.optim.SGD,
        lambda c: {"lr": c["learningRate"], "momentum": c["momentum"], "nesterov": True},
        {},
    ),
    (
        dict(type="adaGrad", learningRate=0.1, initialAccumulatorValue=0.25, epsilon=0.01),
        torch.optim.Adagrad,
        lambda c: {"lr": c["learningRate"], "initial_accumulator_value": 0.25, "eps": c["epsilon"]},
        {},
    ),
]


def path(make, options):
    parameter = torch.tensor([START], dtype=torch.float64, requires_grad=True)
    optimizer = make([parameter], **options)
    values = []
    for gradient in GRADIENTS:
        parameter.grad = torch.tensor([gradient], dtype=torch.float64)
        optimizer.step()
        values.append(parameter.item())
    return values


if __name__ == "__main__":
    cases = [{"options": o, "path": path(make, {**shared(o), **own})} for o, make, shared, own in CASES]
    made_with = f"torch {torch.__version__}, torch_optimizers.py"
    result = {"made with": made_with, "start": START, "gradients": GRADIENTS, "cases": cases}
    (pathlib.Path(__file__).parent / "optimizers.expected.json").write_text(json.dumps(result, indent=2) + "\n")
