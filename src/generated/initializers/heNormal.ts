// Generated from schema/initializers/heNormal.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { HeNormalInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/heNormal.schema.json",
  "title": "HeNormalInitializer",
  "type": "object",
  "description": "Normal, truncated at two standard deviations, with variance 2 / fanIn after truncation. Also known as Kaiming normal.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "heNormal"
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
      "type": "heNormal"
    },
    {
      "type": "heNormal",
      "gain": 0.5
    }
  ]
};
