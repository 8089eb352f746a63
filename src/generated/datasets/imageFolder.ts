// Generated from schema/datasets/imageFolder.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ImageFolderDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/imageFolder.schema.json",
  "title": "ImageFolderDataset",
  "type": "object",
  "description": "Your own images: all PNG, JPEG and WebP files in a folder and the folders inside it, decoded once by the package sharp (`npm install sharp`) and kept as bytes in ~/.cache/ganspec. Files that cannot be decoded are left out with a warning.",
  "required": [
    "type",
    "folder",
    "size"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "imageFolder"
    },
    "folder": {
      "type": "string",
      "minLength": 1,
      "description": "The folder. The path starts at the folder of the spec, or at --data-dir."
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
      "description": "Height and width of the delivered images; one number for both. Images are scaled until they cover it, and the centre is cut out."
    },
    "channels": {
      "type": "integer",
      "enum": [
        1,
        3
      ],
      "default": 3,
      "description": "1 for grey, 3 for red, green, blue; what is transparent becomes black."
    },
    "labels": {
      "type": "boolean",
      "default": true,
      "description": "Whether the folders directly inside are classes, numbered in the order of their names; without such folders there are no classes."
    },
    "flip": {
      "type": "boolean",
      "default": false,
      "description": "Adds the mirror image of each image, so that an epoch shows both."
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
    }
  },
  "examples": [
    {
      "type": "imageFolder",
      "folder": "photos",
      "size": 64
    },
    {
      "type": "imageFolder",
      "folder": "faces",
      "size": [
        48,
        32
      ],
      "channels": 1,
      "labels": false,
      "flip": true
    }
  ]
};
