"""Opens data that a project cannot be trained on, and prints what it says, in JSON.

    python wrongData.py PROJECT FOLDER
"""

import json
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file

project, folder = (Path(text).resolve() for text in sys.argv[1:])
sys.path.insert(0, str(project))

import data  # noqa: E402
import settings  # noqa: E402
from plan import Data, Plan  # noqa: E402

images = {"train-images-idx3-ubyte": bytes([0, 0, 8, 3, 0, 0, 0, 9])}
labels = {"train-labels-idx1-ubyte": bytes([0, 0, 8, 1, 0, 0, 0, 2, 0, 1])}
whole = {"train-images-idx3-ubyte": bytes([0, 0, 8, 3, *[0, 0, 0, 3] * 3, *[0] * 27])}


def said(kind: str, files: dict[str, bytes] | dict[str, torch.Tensor], shape: tuple[int, ...] = (3, 3, 1)) -> str:
    """What is said of a folder with these files, or of a safetensors file with these tensors."""
    settings.DATA = Data(kind, shape=shape, range=(-1, 1), classes=2)
    settings.ITERATION = (Plan("discriminator", trains=("discriminator",), data=("real", "real_labels")),)
    place = folder / str(len(list(folder.iterdir())))
    if kind == "tensors":
        save_file(files, place)
    else:
        for name, content in files.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(content)
    try:
        samples = data.open_data(place)
        next(data.batches(samples, len(samples), 0, 1, 0, 0))
    except data.WrongData as error:
        return str(error).replace(str(place), "PLACE")
    return "nothing"


folder.mkdir()
samples = torch.zeros(4, 3, 3, 1)
found = {
    "cut": said("idx", images | labels),
    "empty": said("idx", whole | {"train-labels-idx1-ubyte": b""}),
    "packed": said("idx", {"train-images-idx3-ubyte.gz": b"no gzip"} | labels),
    "labels": said("idx", whole | labels),
    "image": said("images", {"a/1.png": b"no image"}),
    "vectors": said("tensors", {"samples": samples, "labels": torch.arange(3)}),
    "bytes": said("tensors", {"samples": samples.byte()}),
    "classes": said("tensors", {"samples": samples, "labels": torch.arange(4)}),
    "folder": said("images", {"a/1.png": b"no image"}, shape=(2,)),
}
print(json.dumps(found))
