// Generated from schema/activations/tanh.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { TanhActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/tanh.schema.json",
  "title": "TanhActivation",
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
