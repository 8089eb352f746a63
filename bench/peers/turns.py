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

# Real samples, all in memory.
REAL_SAMPLES = 1024


@dataclass(frozen=True)
class Penalty:
    """A penalty that acts on every n-th update of its network, n times as strongly."""

    type: str
    weight: float
    every: int = 1


@dataclass(frozen=True)
class Task:
    """A network of workloads.json with the sizes of a run."""

    network: str
    parameters: dict[str, int]
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
    penalties: tuple[Penalty, ...]

    @property
    def real_batches(self) -> int:
        """Batches of real samples in an iteration: a relativistic generator is compared with one, too."""
        return self.critic_steps + (self.loss == "relativistic")

    @property
    def period(self) -> int:
        """Iterations after which all penalties are due again."""
        return max([1, *(penalty.every for penalty in self.penalties)])

    def due(self, iteration: int) -> dict[str, float]:
        """The penalties that act in an iteration with their weights."""
        return {
            penalty.type: penalty.every * penalty.weight
            for penalty in self.penalties
            if iteration % penalty.every == 0
        }

    def network_of(self, networks: dict[str, Callable], framework: str):
        """What makes the task's network, among those that are written in a framework."""
        if self.network not in networks:
            raise NotImplementedError(f"{self.network} is not written in {framework}")
        return networks[self.network]


def read_task() -> Task:
    """The task that the command line names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--network", required=True)
    parser.add_argument("--parameters", type=json.loads, default={})
    parser.add_argument("--batch", type=int, required=True)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--compile", action="store_true")
    given = parser.parse_args()
    workloads = json.loads(Path(__file__).with_name("workloads.json").read_text())
    network = workloads["networks"][given.network]
    return Task(
        network=given.network,
        parameters=given.parameters,
        batch=given.batch,
        threads=given.threads,
        compiled=given.compile,
        latent=network["latent"],
        sample=tuple(given.parameters.get(axis, axis) for axis in network["sample"]),
        loss=network["loss"],
        update=network["update"],
        critic_steps=network["criticSteps"],
        learning_rate=network["learningRate"],
        betas=tuple(float(beta) for beta in network["betas"]),
        average=network.get("average"),
        penalties=tuple(Penalty(**penalty) for penalty in network.get("penalties", [])),
    )


def take_turns(
    version: str, task: Task, parameters: tuple[int, int], step: Callable[[int], object]
) -> None:
    """
    Runs one iteration, and writes the version and the numbers of trained parameters of both networks; then, for each line
    with a number of steps, writes the milliseconds of each of them and the peak of the resident memory. A step is the mean
    of as many iterations as all penalties need to be due again; each returns once its losses are on the host.
    """
    step(0)
    done = 1
    print(json.dumps({"version": version, "parameters": parameters}), flush=True)
    for line in sys.stdin:
        milliseconds = []
        for _ in range(int(line)):
            start = time.perf_counter()
            for _ in range(task.period):
                step(done)
                done += 1
            milliseconds.append(1e3 * (time.perf_counter() - start) / task.period)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT
        print(json.dumps({"milliseconds": milliseconds, "peakBytes": peak}), flush=True)
