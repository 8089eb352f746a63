// Generated from schema/optimizers/adam.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { AdamOptimizer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "optimizers/adam.schema.json",
  "title": "AdamOptimizer",
  "type": "object",
  "description": "Adam: running means of the gradient and of its square, with bias correction.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "adam"
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
    "amsgrad": {
      "type": "boolean",
      "default": false,
      "description": "Whether to divide by the root of the largest mean square so far, so that rates never rise again."
    }
  },
  "examples": [
    {
      "type": "adam"
    },
    {
      "type": "adam",
      "learningRate": 0.0002,
      "beta1": 0.5
    },
    {
      "type": "adam",
      "amsgrad": true
    }
  ]
};
