// Generated from schema/activations/mish.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { MishActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/mish.schema.json",
  "title": "MishActivation",
  "type": "object",
  "description": "x times the hyperbolic tangent of softplus of x.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "mish"
    }
  },
  "examples": [
    {
      "type": "mish"
    }
  ]
};
