// Generated from schema/layers/permute.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { PermuteLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/permute.schema.json",
  "title": "PermuteLayer",
  "type": "object",
  "description": "Puts the axes of a sample in another order.",
  "required": [
    "type",
    "dims"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "permute"
    },
    "dims": {
      "type": "array",
      "items": {
        "type": "integer",
        "minimum": 1
      },
      "minItems": 1,
      "uniqueItems": true,
      "description": "Axes of the input in the order of the output, counted from 1 without the batch axis: [2, 1] swaps the two axes of a sequence."
    }
  },
  "examples": [
    {
      "type": "permute",
      "dims": [
        3,
        1,
        2
      ]
    }
  ]
};
