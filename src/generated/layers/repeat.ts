// Generated from schema/layers/repeat.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RepeatLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/repeat.schema.json",
  "title": "RepeatLayer",
  "type": "object",
  "description": "Layers written once and used several times, one after the other. In expressions inside, `index` is the number of the turn, from 0.",
  "required": [
    "type",
    "times",
    "layers"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "repeat"
    },
    "times": {
      "type": "integer",
      "minimum": 0,
      "description": "Number of turns; 0 for none.",
      "examples": [
        3
      ]
    },
    "layers": {
      "type": "array",
      "minItems": 1,
      "items": {
        "entry": "layer"
      },
      "description": "Layers of one turn.",
      "examples": [
        [
          {
            "type": "dense",
            "units": 64
          },
          "reLU"
        ]
      ]
    }
  },
  "examples": [
    {
      "type": "repeat",
      "times": 3,
      "layers": [
        {
          "type": "dense",
          "units": 64
        },
        "reLU"
      ]
    }
  ]
};
