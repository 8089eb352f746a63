"""Real samples. Each rank reads its own share of every batch."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, DistributedSampler

import settings
from step import Batch

IMAGES = {".png", ".jpg", ".jpeg", ".webp"}


class WrongData(ValueError):
    """Data that the networks cannot be trained on."""


class Samples(Dataset[tuple[Tensor, int]]):
    """Samples in memory, of the shape and range of the spec, with their classes."""

    def __init__(self, samples: Tensor, labels: Tensor | None) -> None:
        self.samples, self.labels = samples, labels

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        return self.samples[index], -1 if self.labels is None else int(self.labels[index])


class Folder(Dataset[tuple[Tensor, int]]):
    """Images of a folder, of which each subfolder is a class, read when they are needed."""

    def __init__(self, folder: Path) -> None:
        self.files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in IMAGES)
        if not self.files:
            raise WrongData(f"{folder} has no images ({', '.join(sorted(IMAGES))})")
        names = sorted({path.relative_to(folder).parts[0] for path in self.files if path.parent != folder})
        self.classes = {name: at for at, name in enumerate(names)}
        self.folder = folder

    def __len__(self) -> int:
        return len(self.files)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        from PIL import Image, ImageOps

        path = self.files[index]
        height, width, channels = settings.DATA.shape
        try:
            with Image.open(path) as image:
                colours = image.convert("L" if channels == 1 else "RGB")
        except (OSError, SyntaxError, ValueError) as error:
            raise WrongData(f"{path} cannot be read as an image: {error}") from error
        fitted = ImageOps.fit(colours, (width, height), Image.Resampling.LANCZOS)
        pixels = torch.from_numpy(np.array(fitted, dtype=np.uint8)).reshape(height, width, channels)
        name = path.relative_to(self.folder).parts[0]
        return _scaled(pixels), self.classes.get(name, -1)


SampleSet = Samples | Folder


def open_data(path: Path | None) -> SampleSet:
    """The data set of the spec: `data.safetensors` beside this file where there is one and no path is given.

    A path is a safetensors file with `samples` [count, …] and, where there are classes, `labels` [count]; a folder with
    the four files of MNIST (IDX, also with .gz); or a folder of images.
    """
    written = Path(__file__).parent / "data.safetensors"
    place = path or written
    if not place.exists():
        raise WrongData(f"there is no {place}: give the data with --data PATH")
    if place.is_dir() and len(settings.DATA.shape) != 3:
        raise WrongData(f"{place} is a folder: samples that are no images are read from a safetensors file")
    if place.is_dir():
        return _idx(place) if settings.DATA.kind == "idx" else Folder(place)
    try:
        tensors = load_file(place)
    except (OSError, SafetensorError) as error:
        raise WrongData(f"{place} cannot be read as safetensors: {error}") from error
    shape = settings.DATA.shape
    if "samples" not in tensors or tuple(tensors["samples"].shape[1:]) != shape:
        found = list(tensors["samples"].shape[1:]) if "samples" in tensors else "none"
        raise WrongData(f"{place} must have `samples` of shape {list(shape)}; it has {found}")
    if not tensors["samples"].is_floating_point():
        low, high = settings.DATA.range
        raise WrongData(f"{place} must have `samples` of float32, between {low} and {high}")
    return _paired(tensors["samples"].float(), tensors.get("labels"), place)


def _idx(folder: Path) -> Samples:
    images, labels = (_idx_file(folder, f"train-{kind}") for kind in ("images-idx3-ubyte", "labels-idx1-ubyte"))
    height, width, channels = settings.DATA.shape
    pixels = images.reshape(*images.shape[:3], 1).expand(-1, -1, -1, channels)
    if images.shape[1:] != (height, width):
        turned = pixels.permute(0, 3, 1, 2).float()
        resized = F.interpolate(turned, (height, width), mode="bilinear", antialias=True)
        pixels = resized.permute(0, 2, 3, 1).round().clamp(0, 255).byte()
    return _paired(_scaled(pixels), labels.long(), folder)


def _paired(samples: Tensor, labels: Tensor | None, place: Path) -> Samples:
    if labels is not None and labels.shape != samples.shape[:1]:
        raise WrongData(f"{place} has {len(samples)} samples, and labels of shape {list(labels.shape)}")
    return Samples(samples, labels)


def _idx_file(folder: Path, name: str) -> Tensor:
    found = [path for path in (folder / name, folder / f"{name}.gz") if path.exists()]
    if not found:
        raise WrongData(f"{folder} has no {name}")
    try:
        content = gzip.decompress(found[0].read_bytes()) if found[0].suffix == ".gz" else found[0].read_bytes()
        axes = content[3]
        shape = np.frombuffer(content, ">u4", axes, 4).astype(int)
        numbers = np.frombuffer(content, np.uint8, -1, 4 + 4 * axes)
        return torch.from_numpy(numbers.reshape(shape).copy())
    except (OSError, EOFError, IndexError, ValueError, zlib.error) as error:
        raise WrongData(f"{found[0]} cannot be read as IDX: {error}") from error


def _scaled(pixels: Tensor) -> Tensor:
    """Bytes in the range of the spec."""
    low, high = settings.DATA.range
    return pixels.float() / 255 * (high - low) + low


def digest(data: SampleSet) -> str:
    """A name of the data, by which ranks find that they have different ones: of all samples in memory, of the names and
    sizes of all files."""
    found = sha256(str(len(data)).encode())
    if isinstance(data, Folder):
        for path in data.files:
            found.update(f"{path.relative_to(data.folder).as_posix()} {path.stat().st_size}\n".encode())
    else:
        for tensor in (data.samples, data.labels):
            found.update(b"" if tensor is None else tensor.contiguous().numpy().reshape(-1).data)
    return found.hexdigest()


def batches(data: SampleSet, batch: int, rank: int, ranks: int, start: int, workers: int) -> Iterator[Batch]:
    """Endless batches of a rank, from the `start`-th on; an epoch's order follows from the seed and its number."""
    sampler: DistributedSampler[Any] = DistributedSampler(
        data, num_replicas=ranks, rank=rank, seed=settings.SEED, drop_last=True
    )
    each = len(sampler) // batch
    if each == 0:
        raise WrongData(f"{len(data)} samples are fewer than a batch of {batch * ranks}")
    epoch, skipped = divmod(start, each)
    flips = torch.Generator()
    while True:
        sampler.set_epoch(epoch)
        flips.manual_seed(_seed_of("flips", epoch, rank))
        order = list(sampler)[skipped * batch :]
        loader = DataLoader(
            data, batch, sampler=order, drop_last=True, num_workers=workers, pin_memory=torch.cuda.is_available()
        )
        for samples, labels in loader:
            found: Batch = {"real": _flipped(samples, flips)}
            if any("real_labels" in plan.data for plan in settings.ITERATION):
                if (labels < 0).any():
                    raise WrongData("the GAN has classes, and the data have none")
                if (labels >= settings.DATA.classes).any():
                    raise WrongData(f"the GAN has {settings.DATA.classes} classes, and the data have more")
                found["real_labels"] = F.one_hot(labels, settings.DATA.classes).float()
            yield found
        epoch, skipped = epoch + 1, 0


def _flipped(samples: Tensor, generator: torch.Generator) -> Tensor:
    """Mirrors each image with a chance of one half, where the spec says so."""
    if not settings.DATA.flip:
        return samples
    chosen = torch.rand(len(samples), generator=generator) < 0.5
    return torch.where(chosen.reshape(-1, 1, 1, 1), samples.flip(2), samples)


def _seed_of(*parts: str | int) -> int:
    """A seed that differs with each of these."""
    return int.from_bytes(sha256(json.dumps([settings.SEED, *parts]).encode()).digest()[:8], "big") >> 1
