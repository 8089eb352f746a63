// Generated from schema/initializers/randomNormal.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RandomNormalInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/randomNormal.schema.json",
  "title": "RandomNormalInitializer",
  "type": "object",
  "description": "Normal distribution.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "randomNormal"
    },
    "mean": {
      "type": "number",
      "default": 0,
      "description": "Mean."
    },
    "stddev": {
      "type": "number",
      "minimum": 0,
      "default": 0.05,
      "description": "Standard deviation."
    }
  },
  "examples": [
    {
      "type": "randomNormal"
    },
    {
      "type": "randomNormal",
      "stddev": 0.02
    }
  ]
};
