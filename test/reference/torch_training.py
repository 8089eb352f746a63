"""Reference numbers for training options, computed with PyTorch in float64.

    python3 test/reference/torch_training.py        # needs torch; writes training.expected.json beside it

Packs of two, the better half of them for the generator, instance noise, gradients of two batches for one update, a
lazy R1 penalty, clipping by the norm, weights of the loss, and an average of the generator, all at once.
"""

import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
BATCH, PACK, BATCHES, UPDATES, NOISE, LIMIT, DECAY, EVERY = 4, 2, 2, 3, 0.3, 0.5, 0.9, 2
BETAS, EPSILON = (0.9, 0.999), 1e-7

SHAPES = {
    "generator/dense_0/kernel": (2, 3),
    "generator/dense_0/bias": (3,),
    "generator/dense_1/kernel": (3, 2),
    "generator/dense_1/bias": (2,),
    "discriminator/dense_0/kernel": (4, 3),
    "discriminator/dense_0/bias": (3,),
    "discriminator/dense_1/kernel": (3, 1),
    "discriminator/dense_1/bias": (1,),
}


def wave(shape, phase, scale=1.0):
    """scale * sin(phase + 0.7 i), rounded to float32, for i = 0, 1, … in row-major order."""
    values = [scale * math.sin(phase + 0.7 * i) for i in range(math.prod(shape))]
    return torch.tensor(values, dtype=torch.float32).double().reshape(shape)


def network(name, x, state):
    hidden = torch.tanh(x @ state[f"{name}/dense_0/kernel"] + state[f"{name}/dense_0/bias"])
    return hidden @ state[f"{name}/dense_1/kernel"] + state[f"{name}/dense_1/bias"]


def packs(samples):
    return torch.stack([torch.cat([samples[i], samples[i + 1]]) for i in range(0, BATCH, PACK)])


def discriminator_loss(state, phase, lazy):
    real = packs(wave((BATCH, 2), phase))
    fake = packs(network("generator", wave((BATCH, 2), phase + 0.3), state)).detach()
    noise = NOISE * wave((2 * BATCH // PACK, 2 * PACK), phase + 0.6)
    real_scores = network("discriminator", real + noise[: BATCH // PACK], state)
    fake_scores = network("discriminator", fake + noise[BATCH // PACK :], state)
    loss = 0.5 * (F.softplus(-real_scores).mean() + F.softplus(fake_scores).mean())
    if not lazy:
        return loss
    shown = real.clone().requires_grad_(True)
    (gradient,) = torch.autograd.grad(
        network("discriminator", shown + noise[: BATCH // PACK], state).sum(), shown, create_graph=True
    )
    return loss + EVERY * 2.0 * 0.5 * gradient.square().sum(1).mean()


def generator_losses(state, phase):
    """Metrics of a step and the minimised loss."""
    fake = packs(network("generator", wave((BATCH, 2), phase + 0.3), state))
    noise = NOISE * wave((BATCH // PACK, 2 * PACK), phase + 0.6)
    scores = network("discriminator", fake + noise, state)[:, 0]
    best = torch.topk(scores, 1).values
    return 2 * F.softplus(-scores).mean(), 2 * F.softplus(-best).mean()


def main():
    state = {
        name: wave(shape, index, 0.8).requires_grad_(True)
        for index, (name, shape) in enumerate(SHAPES.items())
    }
    own = {
        player: [state[name] for name in SHAPES if name.startswith(player)]
        for player in ("discriminator", "generator")
    }
    average = {name: state[name].detach().clone() for name in SHAPES if name.startswith("generator")}
    adams = {
        "discriminator": torch.optim.Adam(own["discriminator"], lr=0.02, betas=BETAS, eps=EPSILON),
        "generator": torch.optim.Adam(own["generator"], lr=0.05, betas=BETAS, eps=EPSILON),
    }
    losses = []
    for update in range(UPDATES):
        for player in ("discriminator", "generator"):
            sums = [torch.zeros_like(parameter) for parameter in own[player]]
            for batch in range(BATCHES):
                phase = update + 0.1 * batch + (0.5 if player == "generator" else 0.0)
                if player == "discriminator":
                    shown = loss = discriminator_loss(state, phase, update % EVERY == 0)
                else:
                    shown, loss = generator_losses(state, phase)
                losses.append({f"{player}Loss": shown.item()})
                found = torch.autograd.grad(loss, own[player])
                sums = [total + gradient for total, gradient in zip(sums, found)]
            norm = math.sqrt(sum((total / BATCHES).square().sum().item() for total in sums))
            for parameter, total in zip(own[player], sums):
                parameter.grad = total / BATCHES * LIMIT / max(norm, LIMIT)
            adams[player].step()
        for name, old in average.items():
            average[name] = DECAY * old + (1 - DECAY) * state[name].detach()
    result = {
        "losses": losses,
        "state": {
            **{name: tensor.detach().flatten().tolist() for name, tensor in state.items()},
            **{f"ema/{name}": tensor.flatten().tolist() for name, tensor in average.items()},
        },
    }
    (HERE / "training.expected.json").write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
