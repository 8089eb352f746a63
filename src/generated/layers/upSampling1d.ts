// Generated from schema/layers/upSampling1d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { UpSampling1DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/upSampling1d.schema.json",
  "title": "UpSampling1DLayer",
  "type": "object",
  "description": "Makes sequences [length, channels] longer by a whole factor.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "upSampling1d"
    },
    "size": {
      "type": "integer",
      "minimum": 1,
      "default": 2,
      "description": "How many times longer the output is."
    },
    "interpolation": {
      "enum": [
        "nearest",
        "linear"
      ],
      "default": "nearest",
      "description": "`nearest` repeats each value; `linear` draws straight lines from centre to centre and goes on level beyond the outermost ones (PyTorch's align_corners=False)."
    }
  },
  "examples": [
    {
      "type": "upSampling1d"
    },
    {
      "type": "upSampling1d",
      "size": 3,
      "interpolation": "linear"
    }
  ]
};
