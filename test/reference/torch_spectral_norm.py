"""Spectral normalization of kernels by PyTorch in float64.

    python3 test/reference/torch_spectral_norm.py    # needs torch; writes spectralNorm.expected.json beside it

Kernels lie as in ganspec; each case says how its axes are those of PyTorch's weight.
"""

import json
import pathlib

import torch
from torch.nn.utils import spectral_norm

torch.set_default_dtype(torch.float64)

# Layer, shape of the kernel in ganspec, PyTorch's layer, its axes among ganspec's, the outputs' axis in PyTorch. Of a
# depthwise layer PyTorch joins the first two axes, channels and filters of each.
CASES = [
    ("dense", [4, 3], lambda: torch.nn.Linear(4, 3), [1, 0], 0),
    ("conv2d", [3, 3, 2, 4], lambda: torch.nn.Conv2d(2, 4, 3), [3, 2, 0, 1], 0),
    ("conv2dTranspose", [3, 3, 4, 2], lambda: torch.nn.ConvTranspose2d(2, 4, 3), [3, 2, 0, 1], 1),
    ("depthwiseConv2d", [3, 3, 2, 2], lambda: torch.nn.Conv2d(2, 4, 3, groups=2), [2, 3, 0, 1], 0),
]


def numbers(tensor):
    return tensor.flatten().tolist()


def run(name, shape, make, axes, outputs):
    count = torch.Size(shape).numel()
    places = torch.arange(count)
    kernel = torch.sin(places * 1.7 + 1).reshape(shape)
    # Each element of W / sigma counts with a weight of its own in the scalar whose gradient is taken; float32 holds it.
    weights = torch.cos(places * 0.9).float().double().reshape(shape)
    layer = make()
    with torch.no_grad():
        layer.weight.copy_(kernel.permute(axes).reshape(layer.weight.shape))
    layer = spectral_norm(layer, n_power_iterations=1, dim=outputs)
    size = layer.weight.shape[outputs]
    vector = torch.cos(torch.arange(size) * 1.0)
    layer.weight_u.copy_(vector / vector.norm())
    back = [axes.index(axis) for axis in range(len(axes))]
    layer.train()
    layer(torch.zeros([1, 4]) if name == "dense" else torch.zeros([1, 2, 4, 4]))

    def returned(weight):
        return weight.reshape([shape[axis] for axis in axes]).permute(back)

    normalized = returned(layer.weight)
    (normalized * weights).sum().backward()
    rows = layer.weight_orig.detach().transpose(0, outputs).reshape(size, -1)
    return {
        "layer": name,
        "kernel": numbers(kernel),
        "weights": numbers(weights),
        "vector": numbers(vector),
        "normalized": numbers(normalized),
        "nextVector": numbers(layer.weight_u),
        "gradient": numbers(returned(layer.weight_orig.grad)),
        "largestSingularValue": torch.linalg.svdvals(rows)[0].item(),
    }


cases = [run(*case) for case in CASES]
made_with = f"torch {torch.__version__}, torch_spectral_norm.py"
out = pathlib.Path(__file__).with_name("spectralNorm.expected.json")
out.write_text(json.dumps({"made with": made_with, "cases": cases}, indent=1) + "\n")
