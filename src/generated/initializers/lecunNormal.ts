// Generated from schema/initializers/lecunNormal.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LecunNormalInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/lecunNormal.schema.json",
  "title": "LecunNormalInitializer",
  "type": "object",
  "description": "Normal, truncated at two standard deviations, with variance 1 / fanIn after truncation.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "lecunNormal"
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
      "type": "lecunNormal"
    },
    {
      "type": "lecunNormal",
      "gain": 0.5
    }
  ]
};
