"""Replays what was recorded of ganspec on several ranks, and prints as JSON how far rank 0 ends from one process with the
batch of all ranks, and whether all ranks end with the same bits.

    python -m torch.distributed.run --nproc-per-node=4 ranks.py FOLDER
"""

import json
import sys
from hashlib import sha256
from pathlib import Path

import torch
import torch.distributed as dist

torch.set_num_threads(1)
folder = Path(sys.argv[1]).resolve()
sys.path.insert(0, str(folder))

import checkpoint  # noqa: E402
import settings  # noqa: E402
from step import Trainer  # noqa: E402
from test_equality import Recording, distance  # noqa: E402

dist.init_process_group("gloo")
rank, ranks = dist.get_rank(), dist.get_world_size()
trainer = Trainer(torch.device("cpu"), settings.BATCH // ranks)
checkpoint.load(trainer, folder / "state.safetensors")
recording = Recording(rank, ranks)
recording.replay(trainer)

state = checkpoint.state_of(trainer)
digests = [""] * ranks
own = sha256(b"".join(state[name].contiguous().numpy().tobytes() for name in sorted(state))).hexdigest()
dist.all_gather_object(digests, own)
if rank == 0:
    distances = {name: distance(value, recording.tensors[f"state/{name}"]) for name, value in state.items()}
    worst = max(distances, key=lambda name: distances[name])
    result = {"ranks": ranks, "same": len(set(digests)) == 1, "distance": distances[worst], "at": worst}
    print(json.dumps(result), flush=True)
dist.destroy_process_group()
