"""Writes metrics.expected.json: values of metrics by SciPy, torch-fidelity, PRDC, scikit-learn and TensorFlow, on inputs that are in it.

python3 -m venv env && env/bin/pip install numpy scipy scikit-learn prdc torch-fidelity tensorflow
env/bin/python test/reference/independent_metrics.py
"""
import json
from pathlib import Path

import numpy as np
import scipy
import torch
from prdc import compute_prdc
from scipy import linalg, signal, spatial, stats
from sklearn.neighbors import KNeighborsClassifier
from torch_fidelity.metric_fid import fid_statistics_to_metric
from torch_fidelity.metric_isc import isc_features_to_metric
from torch_fidelity.metric_kid import kid_features_to_metric

rng = np.random.default_rng(7)


def numbers(array):
    """The numbers of an array, rounded so that a short decimal names each one exactly in float32."""
    return np.round(np.asarray(array) * 256) / 256


real = numbers(rng.normal(size=(90, 5)) @ rng.normal(size=(5, 5)))
generated = numbers(0.8 * rng.normal(size=(70, 5)) + 0.3)
# Of rank 3 in 8 dimensions, as features of layers with dead units are.
flat_real = numbers(rng.integers(-3, 4, size=(40, 3)) @ rng.integers(-2, 3, size=(3, 8)))
flat_generated = numbers(rng.integers(-3, 4, size=(30, 3)) @ rng.integers(-2, 3, size=(3, 8)))


def frechet(x, y):
    """By SciPy's root of the product of the covariances."""
    first, second = np.cov(x, rowvar=False), np.cov(y, rowvar=False)
    root = linalg.sqrtm(first @ second)
    root = root[0] if isinstance(root, tuple) else root
    means = ((x.mean(0) - y.mean(0)) ** 2).sum()
    return float(means + np.trace(first + second - 2 * np.real(root)))


def fidelity(x, y):
    """By torch-fidelity."""
    named = [{"mu": z.mean(0), "sigma": np.cov(z, rowvar=False)} for z in (x, y)]
    return float(fid_statistics_to_metric(*named, verbose=False)["frechet_inception_distance"])


def kernel(x, y):
    """By torch-fidelity, of one subset that holds all."""
    options = {"kid_subsets": 1, "kid_subset_size": len(x)}
    found = kid_features_to_metric(torch.tensor(x), torch.tensor(y), **options)
    return found["kernel_inception_distance_mean"]


def authenticity(x, y):
    """Share of rows of y nearer to the nearest row of x than that one's nearest neighbour, by SciPy's distances."""
    within = spatial.distance.cdist(x, x)
    np.fill_diagonal(within, np.inf)
    between = spatial.distance.cdist(y, x)
    nearest = between.argmin(1)
    return float((between.min(1) < within.min(1)[nearest]).mean())


def sliced(x, y, directions):
    """Mean over directions of the plane of the squared distance of sorted projections; as many rows on both sides."""
    angles = np.pi * (np.arange(directions) + 0.5) / directions
    lines = np.stack([np.cos(angles), np.sin(angles)])
    gaps = np.sort(x @ lines, axis=0) - np.sort(y @ lines, axis=0)
    return float(np.sqrt((gaps**2).mean()))


def images(seed):
    y, x = np.mgrid[0:48, 0:44]
    return np.round(127.5 + 100 * np.sin(0.3 * x + seed) * np.cos(0.2 * y - seed) + 20 * ((x * y + seed) % 2))


def similarity(x, y):
    import tensorflow as tf

    a, b = [tf.constant(z[None, :, :, None], tf.float32) for z in (x, y)]
    weights = np.array([0.0448, 0.2856, 0.3001])
    return float(tf.image.ssim_multiscale(a, b, 255, power_factors=weights / weights.sum())[0])


sounds_real = numbers(np.cumsum(rng.normal(size=(6, 200)), axis=1) / 8)
sounds_generated = numbers(rng.normal(size=(5, 200)))


def spectrum(rows, frame):
    """Welch's method of SciPy, as powers that sum up to the mean square."""
    _, density = signal.welch(rows, 1.0, "hann", frame, frame // 2, detrend=False, axis=1)
    return density.mean(0) / frame


def spectral(x, y, frame):
    gaps = 10 * np.log10(spectrum(x, frame) / spectrum(y, frame))
    return float(np.sqrt((gaps**2).mean()))


texts_real = ["the cat sat", "the rat ran", "a cat ran", "the mat"]
texts_generated = ["teh cat sat", "the mat ran", "ate a rat"]


def runs(texts, n):
    """Shares of the runs of n characters, in the order of all runs."""
    found = [[t[i : i + n] for t in side for i in range(len(t) - n + 1)] for side in texts]
    return [[side.count(run) for run in sorted(set(sum(found, [])))] for side in found]


logits = numbers(3 * rng.normal(size=(96, 10)))
neighbours = {str(k): compute_prdc(real, generated, k) for k in (3, 5)}
points_real = numbers(rng.normal(size=(60, 2)))
points_generated = numbers(rng.normal(size=(60, 2)) * [2, 0.5] + [1, 0])
categories = [rng.integers(0, 3, size=90), rng.integers(0, 3, size=70) // 2 * 2]
columns = [real[:, 0], generated[:, 0]]


def contingency():
    """Total variation of column 1 in ten bins together with the categories, by NumPy's histogram."""
    edges = np.linspace(real[:, 1].min(), real[:, 1].max(), 11)
    edges[[0, -1]] = -np.inf, np.inf
    both = [
        np.histogram2d(side[:, 1].clip(-1e9, 1e9), kinds, [edges.clip(-1e9, 1e9), np.arange(4)])[0]
        for side, kinds in zip((real, generated), categories)
    ]
    return float(np.abs(both[0] / both[0].sum() - both[1] / both[1].sum()).sum() / 2)


def intra_class():
    """Mean over the categories, taken for classes, of the distance by SciPy; one has no generated rows."""
    sides = list(zip((real, generated), categories))
    found = [[side[kinds == k] for side, kinds in sides] for k in range(3)]
    return float(np.mean([frechet(*pair) for pair in found if min(map(len, pair)) > 1]))


def told_right(k):
    """Share of real categories that scikit-learn tells from the rows, taught by generated ones."""
    taught = KNeighborsClassifier(k, algorithm="brute").fit(generated, categories[1])
    return float(taught.score(real, categories[0]))


score = isc_features_to_metric(torch.tensor(logits), splits=3, shuffle=False)

result = {
    "versions": {"scipy": scipy.__version__, "numpy": np.__version__, "torch-fidelity": "0.4.0", "prdc": "0.2"},
    "inputs": {
        name: np.asarray(value).tolist()
        for name, value in {
            "real": real,
            "generated": generated,
            "flatReal": flat_real,
            "flatGenerated": flat_generated,
            "logits": logits,
            "pointsReal": points_real,
            "pointsGenerated": points_generated,
            "soundsReal": sounds_real,
            "soundsGenerated": sounds_generated,
            "categoriesReal": categories[0],
            "categoriesGenerated": categories[1],
        }.items()
    },
    "texts": [texts_real, texts_generated],
    "frechet": frechet(real, generated),
    "frechetByTorchFidelity": fidelity(real, generated),
    "frechetOfFlat": frechet(flat_real, flat_generated),
    "eigenvalues": linalg.eigvalsh(np.cov(real, rowvar=False)).tolist(),
    "kernel": kernel(real[:70], generated),
    "neighbours": {k: {n: float(v) for n, v in found.items()} for k, found in neighbours.items()},
    "memorization": authenticity(real, generated),
    "sliced": sliced(points_real, points_generated, 20000),
    "score": score["inception_score_mean"],
    "similarity": [similarity(images(0), images(s)) for s in (0, 1, 2)],
    "spectral": spectral(sounds_real, sounds_generated, 64),
    "kolmogorovSmirnov": float(stats.ks_2samp(*columns).statistic),
    "correlations": [float(stats.pearsonr(z[:, 0], z[:, 1])[0]) for z in (real, generated)],
    "contingency": contingency(),
    "intraClass": intra_class(),
    "toldRight": [told_right(1), told_right(5)],
    "nGrams": [float(spatial.distance.jensenshannon(*runs([texts_real, texts_generated], n)) ** 2) for n in (1, 2, 3)],
    "divergence": float(stats.entropy([3, 5, 2], [4, 4, 2])),
}
Path(__file__).with_name("metrics.expected.json").write_text(json.dumps(result) + "\n")
