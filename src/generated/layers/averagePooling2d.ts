// Generated from schema/layers/averagePooling2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { AveragePooling2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/averagePooling2d.schema.json",
  "title": "AveragePooling2DLayer",
  "type": "object",
  "description": "Mean of each window of an image [height, width, channels], channel by channel.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "averagePooling2d"
    },
    "poolSize": {
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
      "default": 2,
      "description": "Height and width of the window; one number for both."
    },
    "strides": {
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
      "description": "Rows and columns from one window to the next; one number for both, null for the size of the window."
    },
    "padding": {
      "oneOf": [
        {
          "type": "string",
          "enum": [
            "same",
            "valid"
          ]
        },
        {
          "type": "integer",
          "minimum": 0
        },
        {
          "type": "array",
          "items": {
            "type": "array",
            "items": {
              "type": "integer",
              "minimum": 0
            },
            "minItems": 2,
            "maxItems": 2
          },
          "minItems": 2,
          "maxItems": 2
        }
      ],
      "default": "same",
      "description": "`same` makes an output of ceil(size / stride) rows and columns, with windows that reach beyond the image; `valid` has only windows inside of it; a number is how far windows reach beyond every side, and [[top, bottom], [left, right]] gives each side its own. What lies outside is not counted."
    }
  },
  "examples": [
    {
      "type": "averagePooling2d"
    },
    {
      "type": "averagePooling2d",
      "poolSize": 3,
      "strides": [
        2,
        1
      ]
    }
  ]
};
