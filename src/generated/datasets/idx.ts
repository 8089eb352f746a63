// Generated from schema/datasets/idx.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { IdxDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/idx.schema.json",
  "title": "IdxDataset",
  "type": "object",
  "description": "Your own images in the file format of MNIST (IDX, unsigned bytes), plain or compressed with gzip.",
  "required": [
    "type",
    "images"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "idx"
    },
    "images": {
      "type": "string",
      "minLength": 1,
      "description": "Image file: axes [count, height, width] or [count, height, width, channels]. The path starts at the folder of the spec, or at --data-dir."
    },
    "labels": {
      "type": [
        "string",
        "null"
      ],
      "minLength": 1,
      "default": null,
      "description": "Label file: axis [count], one class number from 0 on for each image; null where images have no labels."
    },
    "limit": {
      "type": [
        "integer",
        "null"
      ],
      "minimum": 1,
      "default": null,
      "description": "At most this many images, the first of the file; null for all."
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
      "type": "idx",
      "images": "faces-idx3-ubyte"
    },
    {
      "type": "idx",
      "images": "data/images.gz",
      "labels": "data/labels.gz",
      "resize": [
        16,
        24
      ]
    }
  ]
};
