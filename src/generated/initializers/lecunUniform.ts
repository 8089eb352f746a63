// Generated from schema/initializers/lecunUniform.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LecunUniformInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/lecunUniform.schema.json",
  "title": "LecunUniformInitializer",
  "type": "object",
  "description": "Uniform with variance 1 / fanIn.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "lecunUniform"
    },
    "gain": {
      "type": "number",
      "exclusiveMinimum": 0,
      "default": 1,
      "description": "Factor on the numbers."
    }
  },
  "examples": [
    {
      "type": "lecunUniform"
    },
    {
      "type": "lecunUniform",
      "gain": 0.5
    }
  ]
};
