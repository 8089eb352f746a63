// Generated from schema/layers/tanh.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { TanhLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/tanh.schema.json",
  "title": "TanhLayer",
  "type": "object",
  "description": "Hyperbolic tangent: values in [-1, 1], as images have.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "tanh"
    }
  },
  "examples": [
    {
      "type": "tanh"
    }
  ]
};
