"""Replays what was recorded of ganspec in exported projects, saves a checkpoint of each, and prints the largest distances
as JSON.

    python replay.py FOLDER…
"""

import importlib
import json
import sys
from pathlib import Path

import torch

torch.set_num_threads(1)


def replay(folder: Path) -> dict[str, object]:
    """The largest |a - b| / max(1, |b|) over all reports and the whole state, and where it is."""
    here = [name for name, module in sys.modules.items() if str(getattr(module, "__file__", "")).startswith("/")]
    sys.path.insert(0, str(folder))
    try:
        checkpoint, settings, step, test = (
            importlib.import_module(name) for name in ("checkpoint", "settings", "step", "test_equality")
        )
        trainer = step.Trainer(torch.device("cpu"), settings.BATCH)
        checkpoint.load(trainer, folder / "state.safetensors")
        distances = test.compare(trainer, test.Recording())
        checkpoint.save(trainer, folder / f"run/checkpoints/step-{trainer.iteration:06}.safetensors")
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name not in here]:
            if str(getattr(sys.modules[name], "__file__", "")).startswith(str(folder)):
                del sys.modules[name]
    reports = {name: value for name, value in distances.items() if name.startswith("report/0/")}
    return {
        "project": folder.name,
        "compared": len(distances),
        "distance": max(distances.values()),
        "firstReports": max(reports.values()),
    }


if __name__ == "__main__":
    print(json.dumps([replay(Path(folder).resolve()) for folder in sys.argv[1:]]))
