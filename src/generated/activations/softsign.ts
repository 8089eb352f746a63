// Generated from schema/activations/softsign.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SoftsignActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/softsign.schema.json",
  "title": "SoftsignActivation",
  "type": "object",
  "description": "x / (1 + |x|): like tanh, but slower to reach its bounds.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "softsign"
    }
  },
  "examples": [
    {
      "type": "softsign"
    }
  ]
};
