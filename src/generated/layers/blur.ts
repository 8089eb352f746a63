// Generated from schema/layers/blur.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { BlurLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/blur.schema.json",
  "title": "BlurLayer",
  "type": "object",
  "description": "Smooths images by a filter along rows and columns; can double or halve their size at the same time without jagged edges.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "blur"
    },
    "kernel": {
      "type": "array",
      "items": {
        "type": "number",
        "exclusiveMinimum": 0
      },
      "minItems": 1,
      "default": [
        1,
        3,
        3,
        1
      ],
      "description": "Weights of the filter, the same for rows and columns; they are divided by their sum."
    },
    "resize": {
      "enum": [
        "none",
        "up",
        "down"
      ],
      "default": "none",
      "description": "`up` makes images twice as high and wide, `down` half; `none` leaves their size."
    }
  },
  "examples": [
    {
      "type": "blur"
    },
    {
      "type": "blur",
      "resize": "up"
    },
    {
      "type": "blur",
      "kernel": [
        1,
        2,
        1
      ],
      "resize": "down"
    }
  ]
};
