// Generated from schema/penalties/dragan.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { DraganPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/dragan.schema.json",
  "title": "DraganPenalty",
  "type": "object",
  "description": "Holds the norm of the discriminator's gradient near k in the neighbourhood of real samples.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "dragan"
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 10,
      "description": "Factor on the penalty (the λ of the paper)."
    },
    "k": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 1,
      "description": "Norm aimed at."
    }
  },
  "examples": [
    {
      "type": "dragan"
    },
    {
      "type": "dragan",
      "weight": 0.5,
      "k": 0.5
    }
  ]
};
