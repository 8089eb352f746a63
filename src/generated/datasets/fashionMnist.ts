// Generated from schema/datasets/fashionMnist.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { FashionMnistDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/fashionMnist.schema.json",
  "title": "FashionMnistDataset",
  "type": "object",
  "description": "Fashion-MNIST: grey images of clothing [28, 28, 1], ten classes. Looked for in --data-dir and in the folder that GANSPEC_DATA names (in its sub-folder fashion-mnist, then in the folder itself), then where the Debian package dataset-fashion-mnist puts it.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "fashionMnist"
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
      "description": "Only images of these classes (0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat, 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot), labels unchanged; null for all."
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
      "type": "fashionMnist"
    },
    {
      "type": "fashionMnist",
      "classes": [
        7,
        9
      ]
    }
  ]
};
