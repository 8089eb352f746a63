// Generated from schema/datasets/noise.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { NoiseDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/noise.schema.json",
  "title": "NoiseDataset",
  "type": "object",
  "description": "Samples of any shape whose values are independent and uniform, drawn from the training seed: for benchmarks and tests.",
  "required": [
    "type",
    "shape"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "noise"
    },
    "shape": {
      "type": "array",
      "items": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1048576
      },
      "minItems": 1,
      "maxItems": 4,
      "description": "Shape of one sample, such as [28, 28, 1]."
    },
    "count": {
      "type": "integer",
      "minimum": 1,
      "maximum": 10000000,
      "default": 10000,
      "description": "Number of samples."
    },
    "range": {
      "enum": [
        [
          -1,
          1
        ],
        [
          0,
          1
        ]
      ],
      "default": [
        -1,
        1
      ],
      "description": "The least value, and the one that all stay below."
    },
    "classes": {
      "type": [
        "integer",
        "null"
      ],
      "minimum": 1,
      "maximum": 10000,
      "default": null,
      "description": "Number of classes, each equally likely and of no influence on the values; null for samples without a class."
    }
  },
  "examples": [
    {
      "type": "noise",
      "shape": [
        28,
        28,
        1
      ]
    },
    {
      "type": "noise",
      "shape": [
        16
      ],
      "count": 256,
      "range": [
        0,
        1
      ],
      "classes": 10
    }
  ]
};
