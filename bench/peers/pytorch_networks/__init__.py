"""The networks in PyTorch, each a function of its parameters to a generator and a discriminator."""

from .dcgan import dcgan
from .dcgan_mnist import dcgan_mnist
from .r3gan import r3gan_small
from .ring import ring
from .sngan_resnet import sngan_resnet
from .stylegan2 import stylegan2_small
from .text_wgan_gp import text_wgan_gp
from .wavegan import wavegan_small
from .wgan_gp_mnist import wgan_gp_mnist

NETWORKS = {
    "dcgan": dcgan,
    "dcgan-mnist": dcgan_mnist,
    "r3gan-small": r3gan_small,
    "ring": ring,
    "sngan-resnet": sngan_resnet,
    "stylegan2-small": stylegan2_small,
    "text-wgan-gp": text_wgan_gp,
    "wavegan-small": wavegan_small,
    "wgan-gp-mnist": wgan_gp_mnist,
}
