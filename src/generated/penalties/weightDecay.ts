// Generated from schema/penalties/weightDecay.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { WeightDecayPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/weightDecay.schema.json",
  "title": "WeightDecayPenalty",
  "type": "object",
  "description": "L2 regularization of kernels; biases and gains are left alone.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "weightDecay"
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.0001,
      "description": "Factor on the penalty."
    },
    "network": {
      "type": "string",
      "enum": [
        "generator",
        "discriminator"
      ],
      "default": "discriminator",
      "description": "Whose kernels are held."
    }
  },
  "examples": [
    {
      "type": "weightDecay"
    },
    {
      "type": "weightDecay",
      "weight": 0.01,
      "network": "generator"
    }
  ]
};
