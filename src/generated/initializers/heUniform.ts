// Generated from schema/initializers/heUniform.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { HeUniformInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/heUniform.schema.json",
  "title": "HeUniformInitializer",
  "type": "object",
  "description": "Uniform with variance 2 / fanIn. Also known as Kaiming uniform.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "heUniform"
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
      "type": "heUniform"
    },
    {
      "type": "heUniform",
      "gain": 0.5
    }
  ]
};
