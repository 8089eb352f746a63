"""Augmented images under PyTorch in float64, with their gradients.

    python3 test/reference/torch_augment.py          # needs torch; writes augment.expected.json beside it

Images are sines of known phase (see `wave`), channels last; gradients are those of half the sum of squares of the result.
`maps` are images resampled by affine maps, places of the result to places of the image, (x, y) in pixels from the middle.
`ada` are images after every change of the pipeline "bgc" of Karras et al. 2020, arXiv:2006.06676, appendix B, with the
numbers drawn as given, one for each image: inverse maps of homogeneous places and maps of homogeneous colours, multiplied
one by one.
"""

import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def wave(shape, phase):
    """sin(phase + 0.7 i), rounded to float32, for i = 0, 1, … in row-major order."""
    values = [math.sin(phase + 0.7 * i) for i in range(math.prod(shape))]
    return torch.tensor(values, dtype=torch.float32).double().reshape(shape)


def numbers(tensor):
    return [float(f"{v:.10g}") for v in tensor.detach().flatten().tolist()]


def resampled(images, place):
    """NHWC images at the places that 3 x 3 maps give, mirrored at the outermost pixels."""
    n, height, width, c = images.shape
    unit = torch.diag(torch.tensor([2 / (width - 1), 2 / (height - 1), 1.0]))
    theta = (unit @ place @ torch.linalg.inv(unit))[:, :2]
    grid = F.affine_grid(theta, (n, c, height, width), align_corners=True)
    found = F.grid_sample(images.movedim(-1, 1), grid, "bilinear", "reflection", align_corners=True)
    return found.movedim(1, -1)


def differentiated(images, change):
    images.requires_grad_(True)
    result = change(images)
    (gradient,) = torch.autograd.grad(result.square().sum() / 2, images)
    return {"shape": list(images.shape), "images": numbers(result), "gradient": numbers(gradient)}


# Places.


def shifted(x, y):
    return torch.tensor([[1.0, 0.0, x], [0.0, 1.0, y], [0.0, 0.0, 1.0]])


def scaled(x, y):
    return torch.diag(torch.tensor([x, y, 1.0]))


def rotated(angle):
    c, s = math.cos(angle), math.sin(angle)
    return torch.tensor([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def back(d, height, width):
    """From places of the changed image to places of the image, for the numbers drawn for it."""
    shift = (d["integerTranslation/columns"] * width, d["integerTranslation/rows"] * height)
    part = (d["fractionalTranslation/columns"] * width, d["fractionalTranslation/rows"] * height)
    size, stretch = 2 ** d["scale/exponent"], 2 ** d["anisotropicScale/exponent"]
    steps = [
        scaled(-1.0 if d["flip/side"] < 0.5 else 1.0, 1.0),
        rotated(-math.pi / 2 * math.floor(d["rotate90/turns"])),
        shifted(round(shift[0]), round(shift[1])),
        scaled(size, size),
        rotated(-d["firstRotation/angle"]),
        scaled(stretch, 1 / stretch),
        rotated(-d["secondRotation/angle"]),
        shifted(*part),
    ]
    place = torch.eye(3)
    for step in steps:
        place = place @ torch.linalg.inv(step)
    return place


# Colours.


def color(d):
    """The map of homogeneous colours for the numbers drawn for an image."""
    axis = torch.tensor([1.0, 1.0, 1.0, 0.0]) / math.sqrt(3)
    one, along = torch.eye(4), torch.outer(axis, axis)
    across = torch.zeros(4, 4)
    for i in range(3):
        across[:3, i] = torch.linalg.cross(axis[:3], one[:3, i])
    brighter = torch.eye(4)
    brighter[:3, 3] = d["normalBrightness/shift"]
    contrast = 2 ** d["logNormalContrast/exponent"]
    steps = [
        brighter,
        torch.diag(torch.tensor([contrast, contrast, contrast, 1.0])),
        one - 2 * along * math.floor(d["lumaFlip/side"]),
        torch.linalg.matrix_exp(across * d["hue/angle"]),
        along + (one - along) * 2 ** d["logNormalSaturation/exponent"],
    ]
    for step in steps[1:]:
        brighter = step @ brighter
    return brighter


def recolored(images, colors):
    """Grey images are colours whose channels are equal."""
    homogeneous = torch.cat([images.expand(*images.shape[:3], 3), torch.ones(*images.shape[:3], 1)], 3)
    found = torch.einsum("nij,nhwj->nhwi", colors, homogeneous)[..., :3]
    return found if images.shape[3] == 3 else found.mean(3, keepdim=True)


MAPS = [
    ("shift by whole and half pixels", [shifted(1.0, -2.0), shifted(-0.5, 0.0), shifted(0.25, 1.75)]),
    ("scale", [scaled(0.5, 0.5), scaled(1.5, 2.5), scaled(-1.0, 0.3)]),
    ("shift far beyond the edges", [shifted(23.0, -31.5), shifted(-100.25, 64.0)]),
    ("rotation", [rotated(math.pi / 2), rotated(math.pi / 4), rotated(-2.5)]),
    ("rotation, stretch and shift", [rotated(0.6) @ scaled(2.5, 0.4) @ shifted(1.3, -4.1), rotated(2.0) @ scaled(4.0, 6.0)]),
]

DRAWS = {
    "flip/side": [0.7, 0.2, 0.9, 0.1],
    "rotate90/turns": [0.5, 1.5, 2.5, 3.5],
    "integerTranslation/columns": [0.11, -0.03, -0.125, 0.02],
    "integerTranslation/rows": [-0.1, 0.12, 0.01, 0.05],
    "scale/exponent": [0.2, -0.3, 0.05, 1.5],
    "firstRotation/angle": [0.4, -1.2, 2.8, -3.0],
    "anisotropicScale/exponent": [-0.25, 0.5, 0.1, -0.9],
    "secondRotation/angle": [-2.2, 0.3, 1.6, 0.9],
    "fractionalTranslation/columns": [0.07, -0.21, 0.4, 0.0],
    "fractionalTranslation/rows": [-0.15, 0.02, 0.33, -1.1],
    "normalBrightness/shift": [0.3, -0.2, 0.05, 0.0],
    "logNormalContrast/exponent": [0.5, -0.7, 1.1, 0.2],
    "lumaFlip/side": [0.3, 1.2, 1.9, 0.8],
    "hue/angle": [0.9, -2.0, 3.0, 0.1],
    "logNormalSaturation/exponent": [1.3, -0.4, 0.2, -2.0],
}


def map_case(title, places):
    images = wave((len(places), 5, 7, 2), 1)
    case = differentiated(images, lambda x: resampled(x, torch.stack(places)))
    rows = torch.stack(places)[:, :2]
    return {"title": title, "linear": numbers(rows[..., :2]), "shift": numbers(rows[..., 2]), **case}


def ada_case(channels):
    images = wave((4, 6, 6, channels), 1)
    each = [{name: values[i] for name, values in DRAWS.items()} for i in range(4)]
    places = torch.stack([back(d, 6, 6) for d in each])
    colors = torch.stack([color(d) for d in each])
    return differentiated(images, lambda x: recolored(resampled(x, places), colors))


if __name__ == "__main__":
    report = {
        "made with": f"torch {torch.__version__}, torch_augment.py",
        "maps": [map_case(*case) for case in MAPS],
        "draws": DRAWS,
        "ada": [ada_case(3), ada_case(1)],
    }
    path = pathlib.Path(__file__).parent / "augment.expected.json"
    path.write_text(json.dumps(report) + "\n")
