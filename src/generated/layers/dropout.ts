// Generated from schema/layers/dropout.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { DropoutLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/dropout.schema.json",
  "title": "DropoutLayer",
  "type": "object",
  "description": "In training sets random values to zero and scales the others up by 1 / (1 − rate); elsewhere the identity.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "dropout"
    },
    "rate": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.5,
      "description": "Probability of a value to be set to zero."
    }
  },
  "examples": [
    {
      "type": "dropout"
    },
    {
      "type": "dropout",
      "rate": 0.3
    }
  ]
};
