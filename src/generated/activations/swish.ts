// Generated from schema/activations/swish.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SwishActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/swish.schema.json",
  "title": "SwishActivation",
  "type": "object",
  "description": "x times the logistic function of x. Also known as SiLU.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "swish"
    }
  },
  "examples": [
    {
      "type": "swish"
    }
  ]
};
