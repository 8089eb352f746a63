"""Task of a worker, and its turns: it trains for as many steps as it is told, then waits."""

import argparse
import json
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

# The kernel counts in units of 1,024 bytes, that of macOS in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Task:
    """A network of workloads.json with the sizes of a run."""

    network: str
    batch: int
    threads: int
    compiled: bool
    latent: int
    sample: tuple[int, ...]
    loss: str
    update: str
    critic_steps: int
    learning_rate: float
    betas: tuple[float, float]
    average: float | None
    penalty: str | None
    penalty_weight: float


def read_task() -> Task:
    """The task that the command line names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--network", required=True)
    parser.add_argument("--batch", type=int, required=True)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--compile", action="store_true")
    given = parser.parse_args()
    workloads = json.loads(Path(__file__).with_name("workloads.json").read_text())
    network = workloads["networks"][given.network]
    penalty = network.get("penalty", {})
    return Task(
        network=given.network,
        batch=given.batch,
        threads=given.threads,
        compiled=given.compile,
        latent=network["latent"],
        sample=tuple(network["sample"]),
        loss=network["loss"],
        update=network["update"],
        critic_steps=network["criticSteps"],
        learning_rate=network["learningRate"],
        betas=tuple(network["betas"]),
        average=network.get("average"),
        penalty=penalty.get("type"),
        penalty_weight=penalty.get("weight", 0.0),
    )


def take_turns(version: str, step: Callable[[], object]) -> None:
    """
    Runs one step and writes the version; then, for each line with a number of steps, writes the milliseconds of each of
    them and the peak of the resident memory. A step returns once its losses are on the host.
    """
    step()
    print(json.dumps({"version": version}), flush=True)
    for line in sys.stdin:
        milliseconds = []
        for _ in range(int(line)):
            start = time.perf_counter()
            step()
            milliseconds.append(1e3 * (time.perf_counter() - start))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT
        print(json.dumps({"milliseconds": milliseconds, "peakBytes": peak}), flush=True)
