// Generated from schema/optimizers/adamW.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { AdamWOptimizer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "optimizers/adamW.schema.json",
  "title": "AdamWOptimizer",
  "type": "object",
  "description": "Adam with weight decay that does not pass through the gradient.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "adamW"
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
    },
    "weightDecay": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.01,
      "description": "Share of each parameter that is taken off in an update, times the learning rate."
    }
  },
  "examples": [
    {
      "type": "adamW"
    },
    {
      "type": "adamW",
      "learningRate": 0.0002,
      "beta1": 0.5,
      "weightDecay": 0.1
    }
  ]
};
