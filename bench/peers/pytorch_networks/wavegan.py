"""WaveGAN of clips of 4,096 samples: convolutions of length 25 with strides of 4."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

RADIUS = 2


class PhaseShuffle(nn.Module):
    """Shifts each sequence by a random number of steps, mirrored at its ends."""

    def forward(self, x: Tensor) -> Tensor:
        batch, channels, length = x.shape
        shifts = torch.randint(2 * RADIUS + 1, (batch, 1, 1))
        places = (shifts + torch.arange(length)).expand(batch, channels, length)
        return F.pad(x, (RADIUS, RADIUS), mode="reflect").gather(2, places)


def wavegan_small() -> tuple[nn.Module, nn.Module]:
    def up(inputs: int, outputs: int) -> nn.Module:
        return nn.ConvTranspose1d(inputs, outputs, 25, stride=4, padding=11, output_padding=1)

    def down(inputs: int, outputs: int) -> list[nn.Module]:
        return [nn.Conv1d(inputs, outputs, 25, stride=4, padding=11), nn.LeakyReLU(0.2)]

    generator = nn.Sequential(
        nn.Linear(100, 16 * 128),
        nn.Unflatten(1, (128, 16)),
        nn.ReLU(),
        up(128, 64),
        nn.ReLU(),
        up(64, 32),
        nn.ReLU(),
        up(32, 16),
        nn.ReLU(),
        up(16, 1),
        nn.Tanh(),
    )
    discriminator = nn.Sequential(
        *down(1, 16),
        PhaseShuffle(),
        *down(16, 32),
        PhaseShuffle(),
        *down(32, 64),
        PhaseShuffle(),
        *down(64, 128),
        nn.Flatten(),
        nn.Linear(16 * 128, 1),
    )
    return generator, discriminator
