"""Trains on several ranks, each with its own copy of the data, of which one has another sample.

    python -m torch.distributed.run --nproc-per-node=2 otherData.py PROJECT OUT
"""

import os
import sys
from pathlib import Path

from safetensors.torch import load_file, save_file

project, out = (Path(text).resolve() for text in sys.argv[1:])
rank = int(os.environ["RANK"])
sys.path.insert(0, str(project))

import train  # noqa: E402

tensors = load_file(project / "data.safetensors")
tensors["samples"][1] += rank
out.mkdir(exist_ok=True)
own = out / f"data-{rank}.safetensors"
save_file(tensors, own)
sys.argv = ["train.py", "--data", str(own), "--out", str(out)]
sys.exit(train.main())
