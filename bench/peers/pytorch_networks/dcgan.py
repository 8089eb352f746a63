"""DCGAN of square images of any size: each stage changes the size, then keeps it for `depth` - 1 convolutions."""

from torch import nn


def dcgan(size: int, channels: int, filters: int, depth: int) -> tuple[nn.Module, nn.Module]:
    def up(inputs: int, outputs: int) -> list[nn.Module]:
        layers = [
            nn.ConvTranspose2d(inputs, outputs, 4, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
        ]
        for _ in range(depth - 1):
            layers += [
                nn.Conv2d(outputs, outputs, 3, padding=1, bias=False),
                nn.BatchNorm2d(outputs),
                nn.ReLU(),
            ]
        return layers

    def down(inputs: int, outputs: int) -> list[nn.Module]:
        layers = [nn.Conv2d(inputs, outputs, 4, stride=2, padding=1), nn.LeakyReLU(0.2)]
        for _ in range(depth - 1):
            layers += [nn.Conv2d(outputs, outputs, 3, padding=1), nn.LeakyReLU(0.2)]
        return layers

    stages = (size // 4).bit_length() - 1
    widths = [filters * 2**stage for stage in range(stages)]
    generator = nn.Sequential(
        nn.Linear(100, 4 * 4 * widths[-1], bias=False),
        nn.BatchNorm1d(4 * 4 * widths[-1]),
        nn.ReLU(),
        nn.Unflatten(1, (widths[-1], 4, 4)),
        *[layer for width in widths[-2::-1] for layer in up(2 * width, width)],
        nn.ConvTranspose2d(filters, channels, 4, stride=2, padding=1),
        nn.Tanh(),
    )
    discriminator = nn.Sequential(
        *down(channels, filters),
        *[layer for width in widths[1:] for layer in down(width // 2, width)],
        nn.Flatten(),
        nn.Linear(4 * 4 * widths[-1], 1),
    )
    return generator, discriminator
