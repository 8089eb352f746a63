"""Reference numbers for training steps, computed with PyTorch in float64.

    python3 test/reference/torch_reference.py        # needs torch; writes the *.expected.json files beside it

Weights, batches, latents and mixing factors are sines of known phase (see `wave`), so that any framework can
start from the same numbers. Layouts are those of TensorFlow: images NHWC, conv filters [h, w, in, out],
transposed conv filters [h, w, out, in], "same" padding with the odd row at the bottom and the right.
"""

import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
SLOPE, EPSILON, MOMENTUM, BATCH, STEPS = 0.2, 1e-3, 0.9, 4, 3


def wave(shape, phase, scale=1.0, offset=0.0):
    """offset + scale * sin(phase + 0.7 i), rounded to float32, for i = 0, 1, … in row-major order."""
    size = math.prod(shape)
    values = [offset + scale * math.sin(phase + 0.7 * i) for i in range(size)]
    return torch.tensor(values, dtype=torch.float32).double().reshape(shape)


def same_padding(size, kernel, stride):
    out = -(-size // stride)
    total = max((out - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


def conv(x, kernel, stride, bias=None):
    """NHWC convolution with "same" padding."""
    top, bottom = same_padding(x.shape[1], kernel.shape[0], stride)
    left, right = same_padding(x.shape[2], kernel.shape[1], stride)
    x = F.pad(x.permute(0, 3, 1, 2), (left, right, top, bottom))
    y = F.conv2d(x, kernel.permute(3, 2, 0, 1), bias, stride)
    return y.permute(0, 2, 3, 1)


def conv_transpose(x, kernel, stride, bias=None):
    """NHWC transposed convolution with "same" padding: the output is `stride` times as large."""
    height, width = x.shape[1] * stride, x.shape[2] * stride
    top, _ = same_padding(height, kernel.shape[0], stride)
    left, _ = same_padding(width, kernel.shape[1], stride)
    y = F.conv_transpose2d(x.permute(0, 3, 1, 2), kernel.permute(3, 2, 0, 1), None, stride)
    y = y[:, :, top : top + height, left : left + width].permute(0, 2, 3, 1)
    return y if bias is None else y + bias


def batch_norm(x, state, name, update):
    """Normalises by the batch; running statistics take the biased batch variance, as in Keras."""
    axes = tuple(range(x.dim() - 1))
    mean, variance = x.mean(axes), x.var(axes, unbiased=False)
    if update:
        for key, value in (("movingMean", mean), ("movingVariance", variance)):
            old = state[f"{name}/{key}"]
            state[f"{name}/{key}"] = (MOMENTUM * old + (1 - MOMENTUM) * value).detach()
    y = F.batch_norm(
        x.reshape(-1, x.shape[-1]), None, None, state[f"{name}/gamma"], state[f"{name}/beta"], True, 0.0, EPSILON
    )
    return y.reshape(x.shape)


def initial_state(shapes):
    state = {}
    for index, (name, shape) in enumerate(shapes.items()):
        kind = name.split("/")[-1]
        if kind == "movingMean":
            state[name] = torch.zeros(shape)
        elif kind == "movingVariance":
            state[name] = torch.ones(shape)
        elif kind == "gamma":
            state[name] = wave(shape, index, 0.3, 1.0)
        else:
            state[name] = wave(shape, index, 0.3)
        if not kind.startswith("moving"):
            state[name].requires_grad_(True)
    return state


def trainable(state, network):
    return {n: t for n, t in state.items() if n.startswith(network + "/") and t.requires_grad}


def adam(state, network, rate, betas):
    return torch.optim.Adam(list(trainable(state, network).values()), rate, betas, 1e-8)


def update(optimizer, state, network, loss):
    parameters = list(trainable(state, network).values())
    return optimizer, parameters, torch.autograd.grad(loss, parameters, retain_graph=True)


def apply(optimizer, parameters, gradients):
    for parameter, gradient in zip(parameters, gradients):
        parameter.grad = gradient
    optimizer.step()


def write(name, losses, state):
    numbers = {n: [float(f"{v:.10g}") for v in t.detach().flatten().tolist()] for n, t in state.items()}
    report = {"made with": f"torch {torch.__version__}, torch_reference.py", "losses": losses, "state": numbers}
    (HERE / f"{name}.expected.json").write_text(json.dumps(report) + "\n")


# DCGAN: batch norm in both networks, stride-2 convolutions, non-saturating loss.

DCGAN_SHAPES = {
    "generator/dense_0/kernel": (5, 96),
    "generator/batchNorm_0/gamma": (96,),
    "generator/batchNorm_0/beta": (96,),
    "generator/batchNorm_0/movingMean": (96,),
    "generator/batchNorm_0/movingVariance": (96,),
    "generator/conv2dTranspose_0/kernel": (5, 5, 4, 6),
    "generator/batchNorm_1/gamma": (4,),
    "generator/batchNorm_1/beta": (4,),
    "generator/batchNorm_1/movingMean": (4,),
    "generator/batchNorm_1/movingVariance": (4,),
    "generator/conv2dTranspose_1/kernel": (5, 5, 1, 4),
    "generator/conv2dTranspose_1/bias": (1,),
    "discriminator/conv2d_0/kernel": (5, 5, 1, 4),
    "discriminator/conv2d_0/bias": (4,),
    "discriminator/conv2d_1/kernel": (5, 5, 4, 6),
    "discriminator/batchNorm_0/gamma": (6,),
    "discriminator/batchNorm_0/beta": (6,),
    "discriminator/batchNorm_0/movingMean": (6,),
    "discriminator/batchNorm_0/movingVariance": (6,),
    "discriminator/dense_0/kernel": (96, 1),
    "discriminator/dense_0/bias": (1,),
}


def dcgan_generator(s, z, update=True):
    g = "generator/"
    h = F.leaky_relu(batch_norm(z @ s[g + "dense_0/kernel"], s, g + "batchNorm_0", update), SLOPE)
    h = conv_transpose(h.reshape(-1, 4, 4, 6), s[g + "conv2dTranspose_0/kernel"], 2)
    h = F.leaky_relu(batch_norm(h, s, g + "batchNorm_1", update), SLOPE)
    h = conv_transpose(h, s[g + "conv2dTranspose_1/kernel"], 2, s[g + "conv2dTranspose_1/bias"])
    return torch.tanh(h)


def dcgan_discriminator(s, x, update=True):
    d = "discriminator/"
    h = F.leaky_relu(conv(x, s[d + "conv2d_0/kernel"], 2, s[d + "conv2d_0/bias"]), SLOPE)
    h = F.leaky_relu(batch_norm(conv(h, s[d + "conv2d_1/kernel"], 2), s, d + "batchNorm_0", update), SLOPE)
    return h.reshape(h.shape[0], -1) @ s[d + "dense_0/kernel"] + s[d + "dense_0/bias"]


def discriminator_loss(real, fake):
    return F.softplus(-real).mean() + F.softplus(fake).mean()


def dcgan(name, simultaneous):
    state, losses = initial_state(DCGAN_SHAPES), []
    g, d = adam(state, "generator", 0.001, (0.5, 0.999)), adam(state, "discriminator", 0.002, (0.5, 0.999))
    for step in range(STEPS):
        x, z = wave((BATCH, 16, 16, 1), 100 + step), wave((BATCH, 5), 200 + step)
        fake = dcgan_generator(state, z, update=simultaneous)
        real_scores, fake_scores = dcgan_discriminator(state, x), dcgan_discriminator(state, fake)
        d_loss = discriminator_loss(real_scores, fake_scores)
        d_update = update(d, state, "discriminator", d_loss)
        if simultaneous:
            g_loss = F.softplus(-fake_scores).mean()
            g_update = update(g, state, "generator", g_loss)
            apply(*d_update)
        else:
            apply(*d_update)
            fake = dcgan_generator(state, wave((BATCH, 5), 300 + step))
            g_loss = F.softplus(-dcgan_discriminator(state, fake, update=False)).mean()
            g_update = update(g, state, "generator", g_loss)
        apply(*g_update)
        losses.append({"discriminatorLoss": d_loss.item(), "generatorLoss": g_loss.item()})
    write(name, losses, state)


# WGAN-GP: two critic updates per iteration, second-order gradients.

WGAN_SHAPES = {
    "generator/dense_0/kernel": (5, 126),
    "generator/dense_0/bias": (126,),
    "discriminator/conv2d_0/kernel": (5, 5, 2, 4),
    "discriminator/conv2d_0/bias": (4,),
    "discriminator/conv2d_1/kernel": (3, 3, 4, 3),
    "discriminator/conv2d_1/bias": (3,),
    "discriminator/dense_0/kernel": (18, 1),
    "discriminator/dense_0/bias": (1,),
}


def wgan_generator(s, z):
    return torch.tanh(z @ s["generator/dense_0/kernel"] + s["generator/dense_0/bias"]).reshape(-1, 9, 7, 2)


def wgan_critic(s, x):
    d = "discriminator/"
    h = F.leaky_relu(conv(x, s[d + "conv2d_0/kernel"], 2, s[d + "conv2d_0/bias"]), SLOPE)
    h = torch.tanh(conv(h, s[d + "conv2d_1/kernel"], 2, s[d + "conv2d_1/bias"]))
    return h.reshape(h.shape[0], -1) @ s[d + "dense_0/kernel"] + s[d + "dense_0/bias"]


def wgan_gp():
    state, losses = initial_state(WGAN_SHAPES), []
    g, d = adam(state, "generator", 0.001, (0.5, 0.9)), adam(state, "discriminator", 0.002, (0.5, 0.9))
    for step in range(STEPS):
        for inner in range(2):
            update_index = 2 * step + inner
            x, z = wave((BATCH, 9, 7, 2), 100 + update_index), wave((BATCH, 5), 200 + update_index)
            mix = wave((BATCH, 1, 1, 1), 400 + update_index, 0.5, 0.5)
            fake = wgan_generator(state, z).detach()
            between = (mix * x + (1 - mix) * fake).requires_grad_(True)
            (gradient,) = torch.autograd.grad(wgan_critic(state, between).sum(), between, create_graph=True)
            penalty = ((gradient.square().sum((1, 2, 3)) + 1e-12).sqrt() - 1).square().mean()
            d_loss = wgan_critic(state, fake).mean() - wgan_critic(state, x).mean() + 10 * penalty
            apply(*update(d, state, "discriminator", d_loss))
        g_loss = -wgan_critic(state, wgan_generator(state, wave((BATCH, 5), 300 + step))).mean()
        apply(*update(g, state, "generator", g_loss))
        losses.append(
            {"discriminatorLoss": d_loss.item(), "generatorLoss": g_loss.item(), "gradientPenalty": penalty.item()}
        )
    write("wgan-gp", losses, state)


if __name__ == "__main__":
    dcgan("dcgan.simultaneous", simultaneous=True)
    dcgan("dcgan.alternating", simultaneous=False)
    wgan_gp()
