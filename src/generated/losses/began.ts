// Generated from schema/losses/began.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { BeganLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/began.schema.json",
  "title": "BeganLoss",
  "type": "object",
  "description": "Boundary-equilibrium loss: the discriminator is an auto-encoder that yields a sample again, and a number k, kept from step to step, balances both networks.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "began"
    },
    "gamma": {
      "type": "number",
      "minimum": 0,
      "maximum": 1,
      "schedulable": true,
      "default": 0.5,
      "description": "Diversity ratio: the reconstruction error of generated samples that is aimed at, as a share of that of real ones."
    },
    "lambda": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.001,
      "description": "Rate at which k follows the balance."
    }
  },
  "examples": [
    {
      "type": "began"
    },
    {
      "type": "began",
      "gamma": 0.7,
      "lambda": 0.01
    }
  ]
};
