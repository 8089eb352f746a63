// Generated from schema/layers/concat.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ConcatLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/concat.schema.json",
  "title": "ConcatLayer",
  "type": "object",
  "description": "Joins several inputs along one axis, as in a skip connection. Name them in `input`.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "concat"
    },
    "axis": {
      "type": "integer",
      "default": -1,
      "description": "Axis along which they are joined, counted from the batch axis 0; negative numbers count from the end."
    }
  },
  "examples": [
    {
      "type": "concat"
    },
    {
      "type": "concat",
      "axis": 1
    }
  ]
};
