// Generated from schema/activations/elu.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { EluActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/elu.schema.json",
  "title": "EluActivation",
  "type": "object",
  "description": "Exponential linear unit: x above zero, e^x − 1 below.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "elu"
    }
  },
  "examples": [
    {
      "type": "elu"
    }
  ]
};
