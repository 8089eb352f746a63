// Generated from schema/initializers/glorotUniform.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GlorotUniformInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/glorotUniform.schema.json",
  "title": "GlorotUniformInitializer",
  "type": "object",
  "description": "Uniform with variance 2 / (fanIn + fanOut). Also known as Xavier uniform.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "glorotUniform"
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
      "type": "glorotUniform"
    },
    {
      "type": "glorotUniform",
      "gain": 0.5
    }
  ]
};
