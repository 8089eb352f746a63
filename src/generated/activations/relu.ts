// Generated from schema/activations/relu.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ReluActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/relu.schema.json",
  "title": "ReluActivation",
  "type": "object",
  "description": "Rectifier: max(x, 0).",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "relu"
    }
  },
  "examples": [
    {
      "type": "relu"
    }
  ]
};
