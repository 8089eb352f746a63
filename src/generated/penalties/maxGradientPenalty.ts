// Generated from schema/penalties/maxGradientPenalty.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { MaxGradientPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/maxGradientPenalty.schema.json",
  "title": "MaxGradientPenalty",
  "type": "object",
  "description": "Squared norm of the discriminator's steepest gradient on lines between real and generated samples, also known as MaxGP.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "maxGradientPenalty"
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 10,
      "description": "Factor on the penalty (the λ of the paper)."
    }
  },
  "examples": [
    {
      "type": "maxGradientPenalty"
    },
    {
      "type": "maxGradientPenalty",
      "weight": 1
    }
  ]
};
