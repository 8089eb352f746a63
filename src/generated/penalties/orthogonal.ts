// Generated from schema/penalties/orthogonal.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { OrthogonalPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/orthogonal.schema.json",
  "title": "OrthogonalPenalty",
  "type": "object",
  "description": "Orthogonal regularization of kernels, leaving their norms free.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "orthogonal"
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.0001,
      "description": "Factor on the penalty (the β of the paper)."
    },
    "network": {
      "type": "string",
      "enum": [
        "generator",
        "discriminator"
      ],
      "default": "generator",
      "description": "Whose kernels are held."
    }
  },
  "examples": [
    {
      "type": "orthogonal"
    },
    {
      "type": "orthogonal",
      "weight": 0.01,
      "network": "discriminator"
    }
  ]
};
