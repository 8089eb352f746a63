"""Runs the exports that write.ts made in onnxruntime, safetensors and Keras, and prints how far their numbers are from the
engine's: the largest |a - b| / max(1, |b|) over 5 samples. The exit code is 1 where one is 1e-5 or more."""

import importlib.util
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import keras
import numpy as np
import onnx
import onnxruntime
import safetensors
from safetensors import safe_open

TOLERANCE = 1e-5
root = Path(sys.argv[1])


def difference(found, expected):
    if found.shape != expected.shape:
        return float("inf")
    return float(np.max(np.abs(found - expected) / np.maximum(1, np.abs(expected))))


def of_onnx(folder, feeds):
    path = str(folder / "onnx/generator.onnx")
    onnx.checker.check_model(onnx.load(path), full_check=True)
    session = onnxruntime.InferenceSession(path)
    wanted = {each.name for each in session.get_inputs()}
    return session.run(["samples"], {name: feeds[name] for name in wanted})[0]


def inputs_of(folder):
    record = json.loads((folder / "keras/export.json").read_text())
    return [each["name"] for each in record["generator"]["inputs"]]


def of_keras(folder, feeds):
    spec = importlib.util.spec_from_file_location("generator", folder / "keras/generator.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    model = module.load_generator()
    given = [feeds[name] for name in inputs_of(folder)]
    return keras.ops.convert_to_numpy(model(given, training=False))


def tensors_in(folder):
    with safe_open(folder / "safetensors/generator.safetensors", "np") as file:
        assert int(file.metadata()["iteration"]) == 2
        numbers = [file.get_tensor(name) for name in file.keys()]
        assert all(np.isfinite(each).all() for each in numbers)
        return len(numbers)


def main():
    cases = json.loads((root / "cases.json").read_text())
    print(
        f"onnxruntime {onnxruntime.__version__}, onnx {onnx.__version__}, safetensors {safetensors.__version__}, "
        f"keras {keras.__version__} on {keras.backend.backend()}, Python {sys.version.split()[0]}"
    )
    print()
    print(f"{'generator':52} {'onnx':>8} {'keras':>8} {'tensors':>8}")
    worst = 0.0
    for case in cases:
        folder = root / case["name"]
        expected = np.load(folder / "expected.npy")
        feeds = {name: np.load(folder / f"input-{at}.npy") for at, name in enumerate(case["inputs"])}
        errors = [difference(of_onnx(folder, feeds), expected)]
        if case["refusal"] is None:
            errors.append(difference(of_keras(folder, feeds), expected))
        worst = max(worst, *errors)
        shown = [f"{error:8.1e}" for error in errors] + ["       -"] * (2 - len(errors))
        print(f"{case['name']:52} {' '.join(shown)} {tensors_in(folder):8}")
    print()
    print(f"largest difference: {worst:.1e}")
    refusals = [case["refusal"] for case in cases if case["refusal"] is not None]
    print()
    for refusal in refusals:
        print(refusal)
    return 0 if worst < TOLERANCE else 1


sys.exit(main())
