// Generated from schema/activations/hardSigmoid.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { HardSigmoidActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/hardSigmoid.schema.json",
  "title": "HardSigmoidActivation",
  "type": "object",
  "description": "Logistic function in three straight lines: 0.2 · x + 0.5, at least 0 and at most 1.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "hardSigmoid"
    }
  },
  "examples": [
    {
      "type": "hardSigmoid"
    }
  ]
};
