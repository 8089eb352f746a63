// Generated from schema/activations/softplus.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SoftplusActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/softplus.schema.json",
  "title": "SoftplusActivation",
  "type": "object",
  "description": "Smooth rectifier: log(1 + e^x).",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "softplus"
    }
  },
  "examples": [
    {
      "type": "softplus"
    }
  ]
};
