"""The networks in JAX, each a class made of its parameters."""

from .dcgan import Dcgan
from .dcgan_mnist import DcganMnist
from .ring import Ring
from .wgan_gp_mnist import WganGpMnist

NETWORKS = {
    "dcgan": Dcgan,
    "dcgan-mnist": DcganMnist,
    "ring": Ring,
    "wgan-gp-mnist": WganGpMnist,
}
