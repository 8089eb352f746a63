// Generated from schema/optimizers/optimisticAdam.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { OptimisticAdamOptimizer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "optimizers/optimisticAdam.schema.json",
  "title": "OptimisticAdamOptimizer",
  "type": "object",
  "description": "Adam that goes twice along its direction and takes back the last one: less circling between the two networks.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "optimisticAdam"
    },
    "learningRate": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.001,
      "description": "Size of a step."
    },
    "beta1": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.9,
      "description": "Decay of the mean of the gradient; 0.5 or 0 is usual in GANs."
    },
    "beta2": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.999,
      "description": "Decay of the mean of the squared gradient."
    },
    "epsilon": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 1e-7,
      "description": "Added to the root in the denominator."
    }
  },
  "examples": [
    {
      "type": "optimisticAdam"
    },
    {
      "type": "optimisticAdam",
      "learningRate": 0.0001,
      "beta1": 0.5,
      "beta2": 0.9
    }
  ]
};
