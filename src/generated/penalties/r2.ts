// Generated from schema/penalties/r2.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { R2Penalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/r2.schema.json",
  "title": "R2Penalty",
  "type": "object",
  "description": "Zero-centred gradient penalty on generated samples: weight / 2 times the mean squared norm of the discriminator's gradient.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "r2"
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 10,
      "description": "The γ of the paper; the factor ½ stands apart from it."
    }
  },
  "examples": [
    {
      "type": "r2"
    },
    {
      "type": "r2",
      "weight": 1
    }
  ]
};
