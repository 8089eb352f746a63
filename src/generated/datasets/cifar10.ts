// Generated from schema/datasets/cifar10.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { Cifar10Dataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/cifar10.schema.json",
  "title": "Cifar10Dataset",
  "type": "object",
  "description": "CIFAR-10: colour images [32, 32, 3], ten classes, from the files of its binary version. Looked for in `folder`, in --data-dir and in the folder that GANSPEC_DATA names, of the two also in the sub-folder cifar10; in each of them also in cifar-10-batches-bin.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "cifar10"
    },
    "split": {
      "type": "string",
      "enum": [
        "train",
        "test"
      ],
      "default": "train",
      "description": "The 50,000 training images, or the 10,000 test images."
    },
    "folder": {
      "type": [
        "string",
        "null"
      ],
      "minLength": 1,
      "default": null,
      "description": "Folder of the files. The path starts at the folder of the spec, or at --data-dir."
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
      "description": "Only images of these classes, labels unchanged; null for all."
    },
    "limit": {
      "type": [
        "integer",
        "null"
      ],
      "minimum": 1,
      "default": null,
      "description": "At most this many images, the first of the files (after `classes`); null for all."
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
      "type": "cifar10"
    },
    {
      "type": "cifar10",
      "split": "test",
      "folder": "cifar-10-batches-bin",
      "classes": [
        3,
        5
      ],
      "resize": 16
    }
  ]
};
