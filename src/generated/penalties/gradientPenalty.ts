// Generated from schema/penalties/gradientPenalty.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GradientPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/gradientPenalty.schema.json",
  "title": "GradientPenalty",
  "type": "object",
  "description": "WGAN-GP penalty: holds the norm of the discriminator's gradient near a target on lines between real and generated samples. One-sided it is the Lipschitz penalty, WGAN-LP.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "gradientPenalty"
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 10,
      "description": "Factor on the penalty (the λ of the paper)."
    },
    "target": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 1,
      "description": "Norm aimed at."
    },
    "oneSided": {
      "type": "boolean",
      "default": false,
      "description": "Whether only norms above the target count, as in WGAN-LP."
    }
  },
  "examples": [
    {
      "type": "gradientPenalty"
    },
    {
      "type": "gradientPenalty",
      "weight": 0.1
    },
    {
      "type": "gradientPenalty",
      "oneSided": true,
      "target": 0.25
    }
  ]
};
