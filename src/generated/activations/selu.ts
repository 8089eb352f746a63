// Generated from schema/activations/selu.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SeluActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/selu.schema.json",
  "title": "SeluActivation",
  "type": "object",
  "description": "Scaled exponential linear unit, which keeps mean 0 and variance 1 from layer to layer.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "selu"
    }
  },
  "examples": [
    {
      "type": "selu"
    }
  ]
};
