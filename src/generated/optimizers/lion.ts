// Generated from schema/optimizers/lion.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LionOptimizer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "optimizers/lion.schema.json",
  "title": "LionOptimizer",
  "type": "object",
  "description": "Lion: steps of one size along the sign of the gradient mixed with its running mean.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "lion"
    },
    "learningRate": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.0001,
      "description": "Size of a step."
    },
    "beta1": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.9,
      "description": "Share of the mean in the mixture whose sign is taken."
    },
    "beta2": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.99,
      "description": "Decay of the mean of the gradient."
    },
    "weightDecay": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0,
      "description": "Share of each parameter that is taken off in an update, times the learning rate."
    }
  },
  "examples": [
    {
      "type": "lion"
    },
    {
      "type": "lion",
      "learningRate": 0.00005,
      "weightDecay": 0.1
    }
  ]
};
