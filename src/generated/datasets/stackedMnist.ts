// Generated from schema/datasets/stackedMnist.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { StackedMnistDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/stackedMnist.schema.json",
  "title": "StackedMnistDataset",
  "type": "object",
  "description": "Three digits of MNIST, drawn from the training seed, as the red, green and blue of one image [28, 28, 3]: a thousand modes that can be counted. The class is 100·red + 10·green + blue. Files as for mnist.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "stackedMnist"
    },
    "split": {
      "type": "string",
      "enum": [
        "train",
        "test"
      ],
      "default": "train",
      "description": "Draws from the 60,000 training images, or from the 10,000 test images."
    },
    "count": {
      "type": "integer",
      "minimum": 1,
      "maximum": 10000000,
      "default": 100000,
      "description": "Number of images."
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
      "type": "stackedMnist"
    },
    {
      "type": "stackedMnist",
      "split": "test",
      "count": 2000,
      "resize": 14
    }
  ]
};
