// Generated from schema/layers/leakyReLU.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LeakyReLULayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/leakyReLU.schema.json",
  "title": "LeakyReLULayer",
  "type": "object",
  "description": "Leaky rectifier: x above zero, alpha · x below, times a gain.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "leakyReLU"
    },
    "alpha": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.3,
      "description": "Slope below zero."
    },
    "gain": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 1,
      "description": "Factor on all values; StyleGAN2 has the square root of 2, which keeps the variance."
    }
  },
  "examples": [
    {
      "type": "leakyReLU"
    },
    {
      "type": "leakyReLU",
      "alpha": 0.2
    },
    {
      "type": "leakyReLU",
      "alpha": 0.2,
      "gain": 1.4142135623730951
    }
  ]
};
