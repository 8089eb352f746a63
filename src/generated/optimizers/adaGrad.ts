// Generated from schema/optimizers/adaGrad.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { AdaGradOptimizer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "optimizers/adaGrad.schema.json",
  "title": "AdaGradOptimizer",
  "type": "object",
  "description": "AdaGrad: each gradient is divided by the root of the sum of all its squares, so that steps shrink.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "adaGrad"
    },
    "learningRate": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.01,
      "description": "Size of a step."
    },
    "initialAccumulatorValue": {
      "type": "number",
      "minimum": 0,
      "default": 0.1,
      "description": "First value of the sum of squares."
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
      "type": "adaGrad"
    },
    {
      "type": "adaGrad",
      "learningRate": 0.1,
      "initialAccumulatorValue": 0
    }
  ]
};
