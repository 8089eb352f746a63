"""Losses and penalties under PyTorch in float64, with their gradients.

    python3 test/reference/torch_terms.py            # needs torch; writes terms.expected.json beside it

Options are named as in ganspec. Losses are taken at given scores. Penalties are taken on D(x) = tanh(x · inner) · outer
and G(z) = tanh(z · mapping), whose style is z · mapping; samples are images of 2 x 2 x 1. All tensors are sines of known
phase (see `wave`), random inputs included, except those listed below.

Formulas follow the papers or their authors' code: matrices masked by (1 - I), conjugates of
output activations, loops over pairs.
"""

import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
BATCH = 3


def wave(shape, phase, scale=1.0, offset=0.0):
    """offset + scale * sin(phase + 0.7 i), rounded to float32, for i = 0, 1, … in row-major order."""
    values = [offset + scale * math.sin(phase + 0.7 * i) for i in range(math.prod(shape))]
    return torch.tensor(values, dtype=torch.float32).double().reshape(shape)


def numbers(tensor):
    return [float(f"{v:.12g}") for v in tensor.detach().flatten().tolist()]


# Losses: discriminator's and generator's, as functions of real and fake scores.


def bce(scores, target):
    return F.binary_cross_entropy_with_logits(scores, torch.full_like(scores, target))


def average(real, fake, real_term, fake_term):
    d = (real_term(real - fake.mean()) + fake_term(fake - real.mean())) / 2
    g = (real_term(fake - real.mean()) + fake_term(real - fake.mean())) / 2
    return d, g


def f_gan(output, conjugate, tricked):
    def losses(real, fake):
        d = -(output(real).mean() - conjugate(output(fake)).mean())
        return d, -output(fake).mean() if tricked else -conjugate(output(fake)).mean()

    return losses


DIVERGENCES = {
    "kl": (lambda v: v, lambda t: torch.exp(t - 1)),
    "reverseKl": (lambda v: -torch.exp(-v), lambda t: -1 - torch.log(-t)),
    "pearson": (lambda v: v, lambda t: t * t / 4 + t),
    "squaredHellinger": (lambda v: 1 - torch.exp(-v), lambda t: t / (1 - t)),
    "jensenShannon": (
        lambda v: math.log(2) - torch.log(1 + torch.exp(-v)),
        lambda t: -torch.log(2 - torch.exp(t)),
    ),
    "totalVariation": (lambda v: torch.tanh(v) / 2, lambda t: t),
}

LOSSES = [
    ({"type": "relativistic"}, lambda r, f: (bce(r - f, 1.0), bce(f - r, 1.0))),
    (
        {"type": "relativisticAverage"},
        lambda r, f: average(r, f, lambda s: bce(s, 1.0), lambda s: bce(s, 0.0)),
    ),
    (
        {"type": "relativisticAverageLeastSquares"},
        lambda r, f: average(r, f, lambda s: ((s - 1) ** 2).mean(), lambda s: ((s + 1) ** 2).mean()),
    ),
    (
        {"type": "relativisticAverageHinge"},
        lambda r, f: average(r, f, lambda s: F.relu(1 - s).mean(), lambda s: F.relu(1 + s).mean()),
    ),
    ({"type": "ebgan", "margin": 0.5}, lambda r, f: (r.mean() + F.relu(0.5 - f).mean(), f.mean())),
    ({"type": "nonSaturating"}, lambda r, f: (bce(r, 1.0) + bce(f, 0.0), bce(f, 1.0))),
    *[
        ({"type": "fDivergence", "divergence": name, "generator": mode}, f_gan(*functions, mode == "nonSaturating"))
        for name, functions in DIVERGENCES.items()
        for mode in ("minimax", "nonSaturating")
    ],
]


def loss_case(options, losses):
    real = wave((5, 1), 1, 1.5).requires_grad_(True)
    fake = wave((5, 1), 3, 1.5).requires_grad_(True)
    case = {"options": options}
    for name, value in zip(("discriminator", "generator"), losses(real, fake)):
        derivatives = torch.autograd.grad(value, (real, fake), retain_graph=True, allow_unused=True)
        by_real, by_fake = [torch.zeros_like(real) if s is None else s for s in derivatives]
        case[name] = {"value": value.item(), "byReal": numbers(by_real), "byFake": numbers(by_fake)}
    return case


# Penalties: values of functions of one step.


class Step:
    def __init__(self, randoms):
        self.inner = wave((4, 3), 5).requires_grad_(True)
        self.outer = wave((3, 1), 6).requires_grad_(True)
        self.mapping = wave((2, 4), 7).requires_grad_(True)
        self.real = wave((BATCH, 2, 2, 1), 1)
        self.latent = wave((BATCH, 2), 3)
        self.style = self.latent @ self.mapping
        self.fake = self.draw(self.style)
        self.randoms = randoms

    def draw(self, style):
        return torch.tanh(style).reshape(-1, 2, 2, 1)

    def generate(self, latent):
        return self.draw(latent @ self.mapping)

    def features(self, x):
        return torch.tanh(x.reshape(x.shape[0], 4) @ self.inner)

    def score(self, x):
        return self.features(x) @ self.outer

    def gradient_norm(self, x):
        x = x.detach().requires_grad_(True)
        (gradient,) = torch.autograd.grad(self.score(x).sum(), x, create_graph=True)
        return gradient.flatten(1).norm(dim=1)

    def between(self):
        mix = self.randoms["mix"]
        return mix * self.real + (1 - mix) * self.fake


def dragan(s):
    near = s.real + 0.5 * s.real.std(unbiased=False) * s.randoms["noise"]
    return ((s.gradient_norm(near) - 1) ** 2).mean()


def orthogonal(kernels):
    def one(w):
        return ((w.T @ w * (1 - torch.eye(w.shape[1]))) ** 2).sum()

    return sum(one(w) for w in kernels)


def path_length(s):
    noise = s.randoms["noise"] / math.sqrt(2 * 2)
    (gradient,) = torch.autograd.grad((s.fake * noise).sum(), s.style, create_graph=True)
    lengths = gradient.square().sum(1).sqrt()
    mean = torch.zeros(()).lerp(lengths.mean(), 0.01)
    return (lengths - mean).square().mean()


def lecam(s):
    real, fake = s.score(s.real), s.score(s.fake.detach())
    mean_real, mean_fake = 0.01 * real.mean().item(), 0.01 * fake.mean().item()
    return F.relu(real - mean_fake).pow(2).mean() + F.relu(mean_real - fake).pow(2).mean()


def pulling_away(s):
    codes, total = s.features(s.fake), 0
    for i in range(BATCH):
        for j in range(BATCH):
            if i != j:
                total = total + F.cosine_similarity(codes[i], codes[j], dim=0) ** 2
    return total / (BATCH * (BATCH - 1))


def mode_seeking(s):
    other = s.randoms["otherLatent"]
    apart = (s.generate(other) - s.fake).abs().mean() / (other - s.latent).abs().mean()
    return 1 / (apart + 1e-5)


def feature_matching(s):
    return ((s.features(s.real).mean(0).detach() - s.features(s.fake).mean(0)) ** 2).sum()


def zcr(s, network):
    near = s.generate(s.latent + 0.8 * s.randoms["change"])
    if network == "generator":
        return -F.mse_loss(s.fake, near)
    return F.mse_loss(s.score(s.fake.detach()), s.score(near.detach()))


def moved(images, randoms, side):
    """Mirrored where a flip says so, and cut at another place out of the image with its surroundings mirrored."""
    changed = []
    for i, image in enumerate(images):
        if randoms[side + "Flips"][i] == 1:
            image = image.flip(1)
        top, left = (1 + math.floor(randoms[side + name][i].item()) for name in ("Rows", "Columns"))
        around = F.pad(image.permute(2, 0, 1)[None], (1, 1, 1, 1), mode="reflect")[0]
        changed.append(around[:, top : top + 2, left : left + 2].permute(1, 2, 0))
    return torch.stack(changed)


def consistency(s, *sides):
    samples = {"real": s.real, "fake": s.fake.detach()}
    return sum(F.mse_loss(s.score(samples[side]), s.score(moved(samples[side], s.randoms, side))) for side in sides)


def moves(side, flips, rows, columns):
    lists = {"Flips": flips, "Rows": rows, "Columns": columns}
    return {side + name: torch.tensor(values).reshape(BATCH, 1) for name, values in lists.items()}


REAL_MOVES = moves("real", [1.0, 0.0, 1.0], [-1.0, 0.25, 1.5], [1.75, -0.5, 0.5])
FAKE_MOVES = moves("fake", [0.0, 1.0, 0.0], [1.25, 0.0, -0.75], [0.5, 1.0, -1.0])
MIX = {"mix": (BATCH, 1, 1, 1)}
ZCR = {"type": "consistency", "mode": "zcr", "radius": 0.8}
IMAGES = {"noise": (BATCH, 2, 2, 1)}
PENALTIES = [
    ({"type": "r1"}, "discriminator", {}, lambda s: s.gradient_norm(s.real).square().mean() / 2),
    ({"type": "r2"}, "discriminator", {}, lambda s: s.gradient_norm(s.fake).square().mean() / 2),
    ({"type": "gradientPenalty"}, "discriminator", MIX, lambda s: ((s.gradient_norm(s.between()) - 1) ** 2).mean()),
    (
        {"type": "gradientPenalty", "oneSided": True, "target": 1.4},
        "discriminator",
        MIX,
        lambda s: (F.relu(s.gradient_norm(s.between()) - 1.4) ** 2).mean(),
    ),
    ({"type": "maxGradientPenalty"}, "discriminator", MIX, lambda s: s.gradient_norm(s.between()).max() ** 2),
    ({"type": "dragan"}, "discriminator", IMAGES, dragan),
    ({"type": "orthogonal"}, "generator", {}, lambda s: orthogonal([s.mapping])),
    ({"type": "orthogonal", "network": "discriminator"}, "discriminator", {}, lambda s: orthogonal([s.inner, s.outer])),
    ({"type": "weightDecay", "network": "generator"}, "generator", {}, lambda s: s.mapping.square().sum() / 2),
    ({"type": "lecam"}, "discriminator", {}, lecam),
    ({"type": "pathLength", "layer": "style"}, "generator", IMAGES, path_length),
    ({"type": "featureMatching", "layer": "features"}, "generator", {}, feature_matching),
    ({"type": "pullingAway", "layer": "features"}, "generator", {}, pulling_away),
    ({"type": "modeSeeking"}, "generator", {"otherLatent": (BATCH, 2)}, mode_seeking),
    ({"type": "consistency", "shift": 1}, "discriminator", REAL_MOVES, lambda s: consistency(s, "real")),
    (
        {"type": "consistency", "mode": "bcr", "shift": 1},
        "discriminator",
        {**REAL_MOVES, **FAKE_MOVES},
        lambda s: consistency(s, "real", "fake"),
    ),
    (ZCR, "discriminator", {"change": (BATCH, 2)}, lambda s: zcr(s, "discriminator")),
    (ZCR, "generator", {"change": (BATCH, 2)}, lambda s: zcr(s, "generator")),
]


def penalty_case(options, network, randoms, value_of):
    drawn = {
        name: given if torch.is_tensor(given) else wave(given, 10 + i, 0.5, 0.5)
        for i, (name, given) in enumerate(randoms.items())
    }
    step = Step(drawn)
    value = value_of(step)
    names = ["mapping"] if network == "generator" else ["inner", "outer"]
    derivatives = torch.autograd.grad(value, [getattr(step, name) for name in names])
    gradients = {name: numbers(gradient) for name, gradient in zip(names, derivatives)}
    return {
        "options": options,
        "network": network,
        "random": {name: numbers(values) for name, values in drawn.items()},
        "value": value.item(),
        "gradients": gradients,
    }


if __name__ == "__main__":
    report = {
        "made with": f"torch {torch.__version__}, torch_terms.py",
        "losses": [loss_case(*case) for case in LOSSES],
        "penalties": [penalty_case(*case) for case in PENALTIES],
    }
    path = pathlib.Path(__file__).parent / "terms.expected.json"
    path.write_text(json.dumps(report) + "\n")
