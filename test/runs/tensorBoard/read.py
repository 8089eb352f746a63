"""Prints what TensorBoard's own loader finds in a folder of event files, as JSON."""

import json
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.hparams import plugin_data_pb2

everything = {"images": 0, "scalars": 0, "tensors": 0}
found = EventAccumulator(sys.argv[1], size_guidance=everything)
found.Reload()
settings = found.SummaryMetadata("_hparams_/session_start_info").plugin_data.content
start = plugin_data_pb2.HParamsPluginData.FromString(settings).session_start_info
print(
    json.dumps(
        {
            "scalars": {
                tag: [(event.step, event.value) for event in found.Scalars(tag)]
                for tag in found.Tags()["scalars"]
            },
            "images": [(image.step, image.width, image.height) for image in found.Images("samples")],
            "spec": found.Tensors("spec")[0].tensor_proto.string_val[0].decode(),
            "settings": {name: value.number_value for name, value in start.hparams.items()},
        }
    )
)
