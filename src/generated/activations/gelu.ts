// Generated from schema/activations/gelu.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GeluActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/gelu.schema.json",
  "title": "GeluActivation",
  "type": "object",
  "description": "x times the share of a standard normal distribution below x.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "gelu"
    },
    "approximate": {
      "type": "boolean",
      "default": false,
      "description": "By tanh, which differs by less than 0.0005."
    }
  },
  "examples": [
    {
      "type": "gelu"
    },
    {
      "type": "gelu",
      "approximate": true
    }
  ]
};
