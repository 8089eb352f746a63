// Generated from schema/layers/reshape.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ReshapeLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/reshape.schema.json",
  "title": "ReshapeLayer",
  "type": "object",
  "description": "Gives a sample another shape with as many values.",
  "required": [
    "type",
    "shape"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "reshape"
    },
    "shape": {
      "type": "array",
      "items": {
        "anyOf": [
          {
            "type": "integer",
            "minimum": 1
          },
          {
            "const": -1
          }
        ]
      },
      "minItems": 1,
      "description": "The new shape without the batch axis; one size may be -1 and is then computed."
    }
  },
  "examples": [
    {
      "type": "reshape",
      "shape": [
        2,
        2,
        8
      ]
    },
    {
      "type": "reshape",
      "shape": [
        -1,
        2
      ]
    }
  ]
};
