// Generated from schema/layers/cropping2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { Cropping2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/cropping2d.schema.json",
  "title": "Cropping2DLayer",
  "type": "object",
  "description": "Cuts rows and columns off the sides of images [height, width, channels].",
  "required": [
    "type",
    "cropping"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "cropping2d"
    },
    "cropping": {
      "oneOf": [
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
      "description": "Rows and columns cut off every side, or [[top, bottom], [left, right]]."
    }
  },
  "examples": [
    {
      "type": "cropping2d",
      "cropping": 1
    },
    {
      "type": "cropping2d",
      "cropping": [
        [
          1,
          0
        ],
        [
          0,
          2
        ]
      ]
    }
  ]
};
