"""Trains the GAN on all ranks that torchrun starts; without torchrun on one.

torchrun --nproc-per-node=4 train.py --data /data/mnist --out run
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import sys
import time
from hashlib import sha256
from pathlib import Path
from types import FrameType

import torch
import torch.distributed as dist
from torch import Tensor

import checkpoint
import data
import settings
from context import Step
from draws import Draws
from step import Trainer, samples

LEAST_TORCH = (2, 4)
KEPT_CHECKPOINTS = 3
DRAWN_SAMPLES = 64


class WrongUse(ValueError):
    """Options or surroundings that training cannot begin with."""


def main() -> int:
    options = _options()
    try:
        train(options)
    except (WrongUse, data.WrongData, checkpoint.WrongCheckpoint) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    finally:
        if dist.is_initialized():
            dist.destroy_process_group()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="file or folder with the data; default: data.safetensors")
    parser.add_argument("--out", type=Path, default=Path("run"), help="checkpoints and logs; default: run")
    parser.add_argument("--steps", type=_count, default=settings.STEPS, help=f"iterations; default: {settings.STEPS}")
    parser.add_argument(
        "--batch", type=_count, default=settings.BATCH, help=f"samples of all ranks together; default: {settings.BATCH}"
    )
    parser.add_argument("--checkpoint-every", type=_count, default=settings.CHECKPOINT_EVERY, help="iterations")
    parser.add_argument("--log-every", type=_count, default=settings.LOG_EVERY, help="iterations")
    parser.add_argument("--backend", choices=("nccl", "gloo"), help="default: nccl on GPUs, else gloo")
    parser.add_argument("--amp", action="store_true", help="compute in bfloat16 where that is safe (torch.amp)")
    parser.add_argument("--workers", type=int, default=0, help="processes that read data, of each rank")
    parser.add_argument("--resume", type=Path, help="checkpoint to start from; default: the newest in --out")
    return parser.parse_args()


def _count(text: str) -> int:
    """A positive whole number."""
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 on, received {text}")
    return int(text)


def train(options: argparse.Namespace) -> None:
    """Trains up to `--steps`, or until a signal asks to stop."""
    _check_torch()
    ranks = int(os.environ.get("WORLD_SIZE", "1"))
    if options.batch % ranks != 0:
        raise WrongUse(f"a batch of {options.batch} cannot be divided among {ranks} ranks: give --batch a multiple")
    device = _start_ranks(ranks, options.backend)
    rank = dist.get_rank() if dist.is_initialized() else 0
    dataset = data.open_data(options.data)
    _check_same("data", data.digest(dataset), ranks)
    _check_same("spec", sha256(json.dumps(settings.SPEC).encode()).hexdigest(), ranks)

    trainer = Trainer(device, options.batch // ranks, options.amp)
    start = options.resume or newest(options.out) or Path(__file__).parent / "state.safetensors"
    checkpoint.load(trainer, start)
    _check_same("checkpoints", str(trainer.iteration), ranks)
    log = Log(options, rank, trainer.iteration)
    log.say(f"{settings.NAME}: {ranks} rank(s) on {device.type}, from iteration {trainer.iteration} of {start}")

    source = RandomSource(rank, device)
    uses = sum(plan.times for plan in settings.ITERATION if plan.data)
    batches = data.batches(dataset, trainer.batch, rank, ranks, trainer.iteration * uses, options.workers)
    stop = StopSignal(device)
    while trainer.iteration < options.steps:
        source.begin(trainer.iteration)
        report = trainer.iterate(
            lambda: {name: each.to(device) for name, each in next(batches).items()}, source.draws_of
        )
        log.add(report)
        is_last = stop.is_wanted(ranks) or trainer.iteration == options.steps
        if trainer.iteration % options.log_every == 0 or is_last:
            log.write(trainer, options.batch)
        if trainer.iteration % options.checkpoint_every == 0 or is_last:
            if rank == 0:
                save(trainer, options.out)
            log.draw(trainer)
        if is_last:
            break
    log.say(f"stopped after iteration {trainer.iteration}" if trainer.iteration < options.steps else "done")
    log.close()


def newest(folder: Path) -> Path | None:
    """The newest checkpoint of a run."""
    found = sorted((folder / "checkpoints").glob("step-*.safetensors"), key=_step_of)
    return found[-1] if found else None


def save(trainer: Trainer, folder: Path) -> None:
    """Writes a checkpoint, and removes the oldest ones."""
    checkpoint.save(trainer, folder / "checkpoints" / f"step-{trainer.iteration:06}.safetensors")
    for old in sorted((folder / "checkpoints").glob("step-*.safetensors"), key=_step_of)[:-KEPT_CHECKPOINTS]:
        old.unlink()


def _step_of(path: Path) -> int:
    return int(path.stem.removeprefix("step-"))


def _check_torch() -> None:
    found = tuple(int(part) for part in re.findall(r"\d+", torch.__version__)[:2])
    if found < LEAST_TORCH:
        raise WrongUse(f"PyTorch {torch.__version__} is too old: this project needs 2.4 or later")


def _start_ranks(ranks: int, backend: str | None) -> torch.device:
    """Joins the other ranks. Returns the device of this one."""
    has_gpu = torch.cuda.is_available()
    local = int(os.environ.get("LOCAL_RANK", "0"))
    device = torch.device("cuda", local) if has_gpu and backend != "gloo" else torch.device("cpu")
    if device.type == "cuda":
        torch.cuda.set_device(device)
    if ranks > 1:
        dist.init_process_group(backend or ("nccl" if has_gpu else "gloo"))
    return device


def _check_same(what: str, value: str, ranks: int) -> None:
    """Refuses ranks that differ."""
    if ranks == 1:
        return
    all_values: list[str | None] = [None] * ranks
    dist.all_gather_object(all_values, value)
    others = [str(rank) for rank, each in enumerate(all_values) if each != all_values[0]]
    if others:
        raise WrongUse(f"rank(s) {', '.join(others)} have other {what} than rank 0: give every rank the same")


class RandomSource:
    """Random numbers of a rank. They follow from the seed, the iteration, the step and the rank, so that a run that
    goes on from a checkpoint draws what it would have drawn."""

    def __init__(self, rank: int, device: torch.device) -> None:
        self._rank = rank
        self._device = device
        self._iteration = 0
        self._runs: dict[str, int] = {}
        self._last: Draws | None = None

    def begin(self, iteration: int) -> None:
        self._iteration = iteration
        self._runs = {}

    def draws_of(self, step: str) -> Draws:
        """The numbers of the next run of a step in this iteration."""
        run = self._runs.get(step, 0)
        self._runs[step] = run + 1
        draws = Draws(self._generator(step, run))
        if settings.REUSES_LATENTS and step == "generator" and self._last is not None:
            draws.reuse(self._last, ("latent", "labels", "codes/"))
        self._last = draws
        return draws

    def _generator(self, *parts: str | int) -> torch.Generator:
        text = json.dumps([settings.SEED, self._iteration, self._rank, *parts])
        generator = torch.Generator(self._device)
        generator.manual_seed(int.from_bytes(sha256(text.encode()).digest()[:8], "big") >> 1)
        return generator


class StopSignal:
    """SIGTERM or SIGINT on any rank ends all of them after the same iteration."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._came = False
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._note)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._came = True

    def is_wanted(self, ranks: int) -> bool:
        if ranks == 1:
            return self._came
        flag = torch.tensor(float(self._came), device=self._device)
        dist.all_reduce(flag, dist.ReduceOp.MAX)
        return bool(flag.item())


class Log:
    """Lines on the screen and events for TensorBoard, with the names of ganspec's; rank 0 alone writes."""

    def __init__(self, options: argparse.Namespace, rank: int, iteration: int) -> None:
        self._is_first = rank == 0
        self._sums: dict[str, Tensor] = {}
        self._counts: dict[str, int] = {}
        self._time = time.perf_counter()
        self._iteration = iteration
        self._board = None
        if self._is_first:
            from torch.utils.tensorboard import SummaryWriter

            self._board = SummaryWriter(str(options.out / "tensorboard"), purge_step=iteration + 1)

    def say(self, text: str) -> None:
        if self._is_first:
            print(text, flush=True)

    def add(self, report: dict[str, Tensor]) -> None:
        for name, value in report.items():
            self._sums[name] = self._sums.get(name, torch.zeros_like(value)) + value
            self._counts[name] = self._counts.get(name, 0) + 1

    def write(self, trainer: Trainer, batch: int) -> None:
        """Means since the last line, of this rank's share of the batches."""
        means = {name: float(total) / self._counts[name] for name, total in self._sums.items()}
        seconds = time.perf_counter() - self._time
        speed = (trainer.iteration - self._iteration) * batch / max(seconds, 1e-9)
        if self._board is not None:
            for name, value in means.items():
                self._board.add_scalar(f"train/{name}", value, trainer.iteration)
            self._board.add_scalar("train/imagesPerSecond", speed, trainer.iteration)
        words = "  ".join(f"{name} {value:.4g}" for name, value in means.items())
        self.say(f"step {trainer.iteration}  {words}  {speed:.0f} images/s")
        self._sums, self._counts = {}, {}
        self._time, self._iteration = time.perf_counter(), trainer.iteration

    def draw(self, trainer: Trainer) -> None:
        """A picture of samples, where they are images."""
        shape = settings.DATA.shape
        if self._board is None or len(shape) != 3 or shape[2] not in (1, 3):
            return
        images = generate(trainer, DRAWN_SAMPLES)
        low, high = settings.DATA.range
        pixels = ((images - low) / (high - low)).clamp(0, 1).float().cpu()
        self._board.add_images("samples", pixels, trainer.iteration, dataformats="NHWC")

    def close(self) -> None:
        if self._board is not None:
            self._board.close()


def generate(trainer: Trainer, count: int, seed: int = settings.SEED) -> Tensor:
    """Samples of the generator, from averaged weights where the spec keeps them."""
    generator = trainer.average or trainer.networks["generator"]
    source = torch.Generator(trainer.device)
    source.manual_seed(seed)
    step = Step({"generator": generator}, {}, Draws(source), count, trainer.device, scheduled=trainer.scheduled())
    generator.eval()
    try:
        with torch.no_grad():
            return samples(step)
    finally:
        generator.train()


if __name__ == "__main__":
    sys.exit(main())
