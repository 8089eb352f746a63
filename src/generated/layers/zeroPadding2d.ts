// Generated from schema/layers/zeroPadding2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ZeroPadding2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/zeroPadding2d.schema.json",
  "title": "ZeroPadding2DLayer",
  "type": "object",
  "description": "Zeros around images [height, width, channels].",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "zeroPadding2d"
    },
    "padding": {
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
      "default": 1,
      "description": "Rows and columns of zeros on every side, or [[top, bottom], [left, right]]."
    }
  },
  "examples": [
    {
      "type": "zeroPadding2d"
    },
    {
      "type": "zeroPadding2d",
      "padding": [
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
