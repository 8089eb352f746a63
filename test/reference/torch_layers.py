"""Outputs of layers under PyTorch in float64.

    python3 test/reference/torch_layers.py           # needs torch; writes layers.expected.json beside it

Options and weights are named as in ganspec. Inputs and weights are sines of known phase (see `wave`): the inputs of a
case have the phases 0, 1, its weights 10, 11, … in order. Layouts are those of TensorFlow: images NHWC, conv kernels
[h, w, in, out]; they are transposed for PyTorch. Where PyTorch has no function, the layer is computed step by step: a kernel
for each sample, zeros inserted between pixels.
"""

import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
BATCH = 4
FIR = torch.tensor([1.0, 3.0, 3.0, 1.0])


def wave(shape, phase):
    """sin(phase + 0.7 i), rounded to float32, for i = 0, 1, … in row-major order."""
    values = [math.sin(phase + 0.7 * i) for i in range(math.prod(shape))]
    return torch.tensor(values, dtype=torch.float32).double().reshape(shape)


def nchw(x):
    return x.movedim(-1, 1)


def nhwc(x):
    return x.movedim(1, -1)


def affine(normal, gamma, beta):
    """NCHW values times gamma [batch or 1, channels], plus beta."""
    over = (slice(None), slice(None), *[None] * (normal.dim() - 2))
    return normal * gamma[over] + beta[over]


def batch_norm(o, w, x, c):
    normal = F.batch_norm(nchw(x), None, None, training=True, eps=o["epsilon"])
    gamma, beta = w["gamma"] + c @ w["gammaKernel"], w["beta"] + c @ w["betaKernel"]
    return nhwc(affine(normal, gamma, beta))


def instance_norm(o, w, x):
    return nhwc(F.instance_norm(nchw(x), weight=w["gamma"], bias=w["beta"], eps=1e-5))


def adaptive_instance_norm(o, w, x, c):
    gamma, beta = w["gamma"] + c @ w["gammaKernel"], w["beta"] + c @ w["betaKernel"]
    return nhwc(affine(F.instance_norm(nchw(x), eps=1e-5), gamma, beta))


def group_norm(o, w, x):
    return nhwc(F.group_norm(nchw(x), o["groups"], w["gamma"], w["beta"], 1e-5))


def minibatch_std_dev(o, w, x):
    n, c, height, width = nchw(x).shape
    size, added = o["groupSize"], o["channels"]
    y = nchw(x).reshape(size, n // size, added, c // added, height, width)
    y = (y.var(0, unbiased=False) + 1e-8).sqrt().mean([2, 3, 4])
    y = y.reshape(n // size, added, 1, 1).repeat(size, 1, height, width)
    return nhwc(torch.cat([nchw(x), y], 1))


def minibatch_discrimination(o, w, x):
    m = (x @ w["kernel"]).reshape(len(x), o["kernels"], o["dims"]).transpose(0, 1)
    return torch.cat([x, torch.cdist(m, m, p=1).neg().exp().sum(2).T], 1)


def self_attention(o, w, x):
    rows = x.flatten(1, 2)
    query, key, value = (rows @ w[f"{name}Kernel"] for name in ("query", "key", "value"))
    found = F.scaled_dot_product_attention(query, key, value, scale=1.0)
    return x + w["gamma"] * (found @ w["outputKernel"]).reshape(x.shape)


def zeros_between(x):
    """NCHW images with a zero after each pixel along both axes."""
    n, c, height, width = x.shape
    y = torch.zeros(n, c, 2 * height, 2 * width)
    y[:, :, ::2, ::2] = x
    return y


def fir(x, taps, padding):
    """NCHW images under taps × taps; padding (before, after) along both axes."""
    before, after = padding
    x = F.pad(x, (before, after, before, after))
    taps = taps.flip(0) / taps.sum()
    kernel = torch.outer(taps, taps).expand(x.shape[1], 1, -1, -1)
    return F.conv2d(x, kernel, groups=x.shape[1])


def blur(o, w, x):
    taps = torch.tensor(o["kernel"], dtype=torch.float64)
    images, resize = nchw(x), o["resize"]
    if resize == "up":
        around = len(taps) - 2
        return nhwc(4 * fir(zeros_between(images), taps, ((around + 1) // 2 + 1, around // 2)))
    around = len(taps) - (2 if resize == "down" else 1)
    y = fir(images, taps, ((around + 1) // 2, around // 2))
    return nhwc(y[:, :, ::2, ::2] if resize == "down" else y)


def modulated_conv(o, w, x, style):
    scales = style @ w["styleKernel"] + w["styleBias"]
    kernels = w["kernel"].permute(3, 2, 0, 1)[None] * scales[:, None, :, None, None]
    if o["demodulate"]:
        kernels = kernels / (kernels.square().sum([2, 3, 4], keepdim=True) + 1e-8).sqrt()
    size = kernels.shape[-1]
    samples = []
    for image, kernel in zip(nchw(x), kernels):
        if o["upSample"]:
            between = zeros_between(image[None])[:, :, :-1, :-1]
            whole = F.conv2d(between, kernel, padding=size - 1)
            around = 3 - size
            samples.append(4 * fir(whole, FIR, ((around + 1) // 2 + 1, around // 2 + 1)))
        else:
            samples.append(F.conv2d(image[None], kernel, padding=size // 2))
    return nhwc(torch.cat(samples)) + w["bias"]


IMAGE, STYLE = [BATCH, 4, 3, 4], [BATCH, 3]
NORM = {"gamma": [4], "beta": [4]}
MAPS = {**NORM, "gammaKernel": [3, 4], "betaKernel": [3, 4]}
ATTENTION = {"keyKernel": [4, 2], "queryKernel": [4, 2], "valueKernel": [4, 2], "outputKernel": [2, 4], "gamma": [1]}


def modulated(size, filters, demodulate, up_sample):
    options = {"filters": filters, "kernelSize": size, "demodulate": demodulate, "upSample": up_sample}
    kernel = {"kernel": [size, size, 4, filters], "bias": [filters]}
    weights = {**kernel, "styleKernel": [3, 4], "styleBias": [4]}
    return ({"type": "modulatedConv2d", **options}, modulated_conv, [IMAGE, STYLE], weights)


def blurred(kernel, resize, image):
    return ({"type": "blur", "kernel": kernel, "resize": resize}, blur, [image], {})


CASES = [
    ({"type": "batchNorm", "epsilon": 0.1}, batch_norm, [IMAGE, STYLE], MAPS),
    ({"type": "batchNorm", "epsilon": 0.1}, batch_norm, [[BATCH, 4], STYLE], MAPS),
    ({"type": "instanceNorm"}, instance_norm, [IMAGE], NORM),
    ({"type": "instanceNorm"}, instance_norm, [[BATCH, 5, 4]], NORM),
    ({"type": "adaptiveInstanceNorm"}, adaptive_instance_norm, [IMAGE, STYLE], MAPS),
    ({"type": "groupNorm", "groups": 2}, group_norm, [IMAGE], NORM),
    ({"type": "groupNorm", "groups": 2}, group_norm, [[BATCH, 4]], NORM),
    ({"type": "minibatchStdDev", "groupSize": 2, "channels": 2}, minibatch_std_dev, [IMAGE], {}),
    ({"type": "minibatchStdDev", "groupSize": 4, "channels": 1}, minibatch_std_dev, [IMAGE], {}),
    (
        {"type": "minibatchDiscrimination", "kernels": 2, "dims": 3},
        minibatch_discrimination,
        [[BATCH, 5]],
        {"kernel": [5, 6]},
    ),
    ({"type": "selfAttention2d", "reduction": 2}, self_attention, [IMAGE], ATTENTION),
    blurred([1, 3, 3, 1], "none", IMAGE),
    blurred([1, 2, 4], "none", IMAGE),
    blurred([1, 3, 3, 1], "up", IMAGE),
    blurred([1, 2, 4], "up", IMAGE),
    blurred([1, 3, 3, 1], "down", IMAGE),
    blurred([1, 2, 4], "down", [BATCH, 4, 6, 1]),
    modulated(3, 2, True, False),
    modulated(1, 3, False, False),
    modulated(3, 2, True, True),
    modulated(5, 1, False, True),
]


def outcome(options, function, inputs, weights):
    x = [wave(shape, phase) for phase, shape in enumerate(inputs)]
    w = {name: wave(shape, 10 + i) for i, (name, shape) in enumerate(weights.items())}
    y = function(options, w, *x)
    values = [round(value, 9) for value in y.flatten().tolist()]
    return {"options": options, "inputs": inputs, "weights": weights, "shape": list(y.shape), "output": values}


cases = [outcome(*case) for case in CASES]
path = pathlib.Path(__file__).parent / "layers.expected.json"
path.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
print(path)
