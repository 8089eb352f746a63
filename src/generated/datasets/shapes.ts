// Generated from schema/datasets/shapes.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ShapesDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/shapes.schema.json",
  "title": "ShapesDataset",
  "type": "object",
  "description": "Filled shapes of random size, place and colour on a dark ground, drawn from the training seed: images to try things out without any file. The class of an image is its shape.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "shapes"
    },
    "shapes": {
      "type": "array",
      "items": {
        "enum": [
          "circle",
          "square",
          "triangle",
          "diamond",
          "cross",
          "ring"
        ]
      },
      "minItems": 1,
      "uniqueItems": true,
      "default": [
        "circle",
        "square",
        "triangle"
      ],
      "description": "The shapes, all equally likely; class 0 is the first."
    },
    "size": {
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
        }
      ],
      "default": 32,
      "description": "Height and width of the images; one number for both."
    },
    "channels": {
      "type": "integer",
      "enum": [
        1,
        3
      ],
      "default": 3,
      "description": "1 for grey, 3 for red, green, blue."
    },
    "count": {
      "type": "integer",
      "minimum": 1,
      "maximum": 10000000,
      "default": 10000,
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
      "description": "Values of the ground and of the brightest colour."
    }
  },
  "examples": [
    {
      "type": "shapes"
    },
    {
      "type": "shapes",
      "shapes": [
        "cross",
        "ring"
      ],
      "size": [
        16,
        24
      ],
      "channels": 1,
      "count": 256,
      "range": [
        0,
        1
      ]
    }
  ]
};
