// Generated from schema/layers/reLU.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ReLULayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/reLU.schema.json",
  "title": "ReLULayer",
  "type": "object",
  "description": "Rectifier: max(x, 0).",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "reLU"
    }
  },
  "examples": [
    {
      "type": "reLU"
    }
  ]
};
