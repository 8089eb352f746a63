// Generated from schema/initializers/glorotNormal.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GlorotNormalInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/glorotNormal.schema.json",
  "title": "GlorotNormalInitializer",
  "type": "object",
  "description": "Normal, truncated at two standard deviations, with variance 2 / (fanIn + fanOut) after truncation. Also known as Xavier normal.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "glorotNormal"
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
      "type": "glorotNormal"
    },
    {
      "type": "glorotNormal",
      "gain": 0.5
    }
  ]
};
