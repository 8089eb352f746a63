"""Writes configsCounts.json: trainable parameters of the networks that examples/configs/ follows.

Each network is assembled from PyTorch layers as in the code that its spec links to, so the numbers are independent of
ganspec. Run it with PyTorch 2: python configsCounts.py
"""
import json
import pathlib

import torch
from torch import nn

torch.set_default_device("meta")


def count(*layers):
    return sum(p.numel() for layer in layers for p in layer.parameters())


def conv(i, o, k, bias=True, groups=1):
    return nn.Conv2d(i, o, k, bias=bias, groups=groups)


def transposed(i, o, k, bias=True):
    return nn.ConvTranspose2d(i, o, k, bias=bias)


def norm(*channels):
    return [nn.BatchNorm1d(c) for c in channels]


def table(*shape):
    """Trainable numbers that are no layer."""
    return nn.ParameterList([nn.Parameter(torch.empty(shape))])


def dcgan():
    """pytorch/examples dcgan/main.py; WassersteinGAN models/dcgan.py has the same layers."""
    g = [100, 512, 256, 128, 64]
    d = [3, 64, 128, 256, 512]
    generator = [transposed(a, b, 4, False) for a, b in zip(g, g[1:] + [3])] + norm(*g[1:])
    discriminator = [conv(a, b, 4, False) for a, b in zip(d, d[1:] + [1])] + norm(*d[2:])
    return count(*generator), count(*discriminator)


def wgan_gp():
    """improved_wgan_training gan_cifar.py."""
    g = [512, 256, 128, 3]
    d = [3, 128, 256, 512]
    generator = [nn.Linear(128, 8192), *norm(8192, 256, 128)]
    generator += [transposed(a, b, 5) for a, b in zip(g, g[1:])]
    discriminator = [conv(a, b, 5) for a, b in zip(d, d[1:])] + [nn.Linear(8192, 1)]
    return count(*generator), count(*discriminator)


def lsgan():
    """LSGAN vgg.py."""
    g = [256, 256, 256, 256, 256, 128, 64, 3]
    d = [3, 64, 128, 256, 512]
    generator = [nn.Linear(1024, 256 * 49), *norm(*g[:-1])]
    generator += [transposed(a, b, 3) for a, b in zip(g, g[1:])]
    discriminator = [conv(a, b, 5) for a, b in zip(d, d[1:])] + norm(*d[2:])
    return count(*generator), count(*discriminator, nn.Linear(512 * 49, 1))


def up_block(i, o, classes=None):
    """sngan_projection gen_models/resblocks.py; with classes, gains and offsets are tables."""
    norms = norm(i, o) if classes is None else [table(2, classes, c) for c in (i, o)]
    return [*norms, conv(i, o, 3), conv(o, o, 3), conv(i, o, 1)]


def down_block(i, hidden, o, shortcut=True):
    """sngan_projection dis_models/resblocks.py."""
    return [conv(i, hidden, 3), conv(hidden, o, 3), *([conv(i, o, 1)] if shortcut else [])]


def sngan():
    """sngan_projection resnet_32.py, snresnet_32.py without classes."""
    generator = [nn.Linear(128, 4096), *norm(256), conv(256, 3, 3)]
    for _ in range(3):
        generator += up_block(256, 256)
    discriminator = [*down_block(3, 128, 128), *down_block(128, 128, 128)]
    discriminator += 2 * down_block(128, 128, 128, False)
    return count(*generator), count(*discriminator, nn.Linear(128, 1, bias=False))


widths = [1024, 1024, 512, 256, 128, 64]


def image_net_generator():
    generator = [nn.Linear(128, 16384), *norm(64), conv(64, 3, 3)]
    for i, o in zip(widths, widths[1:]):
        generator += up_block(i, o, 1000)
    return generator


def image_net_discriminator(hidden):
    sizes = [64, 128, 256, 512, 1024]
    discriminator = down_block(3, 64, 64)
    for i, o in zip(sizes, sizes[1:]):
        discriminator += down_block(i, hidden(i, o), o)
    discriminator += down_block(1024, 1024, 1024, False)
    return [*discriminator, nn.Linear(1024, 1), table(1000, 1024)]


def projection():
    """sngan_projection resnet.py, snresnet.py with a thousand classes."""
    return count(*image_net_generator()), count(*image_net_discriminator(lambda i, _: i))


def attention(channels):
    """self-attention-gan non_local.py: keys and queries of c / 8 channels, values of c / 2."""
    sizes = [(channels, channels // 8)] * 2 + [(channels, channels // 2), (channels // 2, channels)]
    return [conv(i, o, 1, False) for i, o in sizes] + [table(1)]


def sagan():
    """self-attention-gan generator_test, discriminator_test."""
    generator = [*image_net_generator(), *attention(256)]
    return count(*generator), count(*image_net_discriminator(lambda _, o: o), *attention(128))


def acgan():
    """Table 2 of arXiv:1610.09585 with biases, and a first layer of 4 x 4 x 384."""
    d = [3, 16, 32, 64, 128, 256, 512]
    generator = [nn.Linear(110, 384 * 16), *norm(192, 96)]
    generator += [transposed(a, b, 5) for a, b in [(384, 192), (192, 96), (96, 3)]]
    discriminator = [conv(a, b, 3) for a, b in zip(d, d[1:])] + norm(*d[2:])
    return count(*generator), count(*discriminator, nn.Linear(8192, 1), nn.Linear(8192, 10))


def infogan():
    """openai/InfoGAN regularized_gan.py; the encoder's own layers come third."""
    generator = [nn.Linear(74, 1024), nn.Linear(1024, 6272), *norm(1024, 6272, 64)]
    generator += [transposed(128, 64, 4), transposed(64, 1, 4)]
    discriminator = [conv(1, 64, 4), conv(64, 128, 4), nn.Linear(6272, 1024)]
    discriminator += [*norm(128, 1024), nn.Linear(1024, 1)]
    encoder = [nn.Linear(1024, 128), *norm(128), nn.Linear(128, 10 + 2 * 2)]
    return count(*generator), count(*discriminator), count(*encoder)


def began():
    """BEGAN-tensorflow models.py at 64 x 64."""
    decoder = [nn.Linear(64, 8192), conv(128, 3, 3), *[conv(128, 128, 3) for _ in range(8)]]
    encoder = [conv(3, 128, 3)]
    before = 128
    for stage in range(1, 5):
        now = 128 * stage
        encoder += [conv(before, now, 3), conv(now, now, 3)]
        encoder += [conv(now, now, 3)] if stage < 4 else [nn.Linear(64 * now, 64)]
        before = now
    return count(*decoder), count(*encoder, *decoder)


def r3gan():
    """R3GAN Networks.py under the CIFAR10 preset of train.py, with classes."""
    width, groups, inner = 768, 96, 1536
    block = [conv(width, inner, 1), conv(inner, inner, 3, True, groups), conv(inner, width, 1, False)]
    generator = 8 * block + [table(width, 4, 4), nn.Linear(128, width, bias=False)]
    generator += [nn.Linear(10, 64, bias=False), conv(width, 3, 1, False)]
    discriminator = 8 * block + [conv(3, width, 1, False), conv(width, width, 4, False, width)]
    discriminator += [nn.Linear(width, width, bias=False), nn.Linear(10, width, bias=False)]
    return count(*generator), count(*discriminator)


def stylegan2():
    """stylegan2-ada-pytorch networks.py under --cfg=cifar."""
    c = 512
    styled = [conv(c, c, 3), nn.Linear(c, c), table(1)]
    colours = [conv(c, 3, 1), nn.Linear(c, c)]
    generator = 2 * [nn.Linear(c, c)] + [table(c, 4, 4)] + 7 * styled + 4 * colours
    discriminator = [conv(3, c, 1), *[conv(c, c, 3) for _ in range(6)], conv(c + 1, c, 3)]
    discriminator += [nn.Linear(16 * c, c), nn.Linear(c, 1)]
    return count(*generator), count(*discriminator)


def tfgan():
    """TF-GAN examples/mnist/networks.py, unconditional."""
    generator = [nn.Linear(64, 1024, bias=False), nn.Linear(1024, 6272, bias=False)]
    generator += [*norm(1024, 6272, 64, 32), transposed(128, 64, 4), transposed(64, 32, 4), conv(32, 1, 4)]
    discriminator = [conv(1, 64, 4), conv(64, 128, 4), nn.Linear(6272, 1024, bias=False)]
    return count(*generator), count(*discriminator, *norm(1024), nn.Linear(1024, 1))


def pacgan():
    """PacGAN 2DRing_GAN&PacGAN with num_packing 2."""
    generator = [nn.Linear(a, 400, bias=False) for a in (2, 400, 400, 400)] + norm(*4 * [400])
    discriminator = [nn.Linear(a, 200 * 5) for a in (4, 200, 200)] + [nn.Linear(200, 1)]
    return count(*generator, nn.Linear(400, 2)), count(*discriminator)


def wavegan():
    """wavegan.py, dim 64, kernel_len 25."""
    g = [1024, 512, 256, 128, 64, 1]
    generator = [nn.Linear(100, 16384)] + [nn.ConvTranspose1d(a, b, 25) for a, b in zip(g, g[1:])]
    d = g[::-1]
    discriminator = [nn.Conv1d(a, b, 25) for a, b in zip(d, d[1:])] + [nn.Linear(16384, 1)]
    return count(*generator), count(*discriminator)


networks = {
    "acgan-cifar10": acgan,
    "began": began,
    "dcgan": dcgan,
    "infogan": infogan,
    "lsgan": lsgan,
    "pacgan-ring": pacgan,
    "projection-imagenet": projection,
    "r3gan-cifar10": r3gan,
    "sagan": sagan,
    "sngan-cifar10": sngan,
    "stylegan2-32": stylegan2,
    "tfgan-mnist": tfgan,
    "wavegan": wavegan,
    "wgan": dcgan,
    "wgan-gp": wgan_gp,
}
roles = ["generator", "discriminator", "recognition"]
counts = {name: dict(zip(roles, build())) for name, build in networks.items()}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(counts, indent=2) + "\n")
