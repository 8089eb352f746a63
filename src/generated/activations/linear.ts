// Generated from schema/activations/linear.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LinearActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/linear.schema.json",
  "title": "LinearActivation",
  "type": "object",
  "description": "No activation: the identity.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "linear"
    }
  },
  "examples": [
    {
      "type": "linear"
    }
  ]
};
