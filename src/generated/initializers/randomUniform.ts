// Generated from schema/initializers/randomUniform.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RandomUniformInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/randomUniform.schema.json",
  "title": "RandomUniformInitializer",
  "type": "object",
  "description": "Uniform distribution.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "randomUniform"
    },
    "minval": {
      "type": "number",
      "default": -0.05,
      "description": "Lower bound; at most `maxval`."
    },
    "maxval": {
      "type": "number",
      "default": 0.05,
      "description": "Upper bound."
    }
  },
  "examples": [
    {
      "type": "randomUniform"
    },
    {
      "type": "randomUniform",
      "minval": 0,
      "maxval": 1
    }
  ]
};
