// Generated from schema/activations/sigmoid.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SigmoidActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/sigmoid.schema.json",
  "title": "SigmoidActivation",
  "type": "object",
  "description": "Logistic function 1 / (1 + e^−x): values in [0, 1].",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "sigmoid"
    }
  },
  "examples": [
    {
      "type": "sigmoid"
    }
  ]
};
