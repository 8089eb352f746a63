// Generated from schema/optimizers/rmsProp.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RmsPropOptimizer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "optimizers/rmsProp.schema.json",
  "title": "RmsPropOptimizer",
  "type": "object",
  "description": "RMSProp: each gradient is divided by the root of the running mean of its square.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "rmsProp"
    },
    "learningRate": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.001,
      "description": "Size of a step."
    },
    "rho": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.9,
      "description": "Decay of the mean of the squared gradient."
    },
    "momentum": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0,
      "description": "Share of the last step that is kept."
    },
    "epsilon": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 1e-7,
      "description": "Added to the root in the denominator."
    },
    "centered": {
      "type": "boolean",
      "default": false,
      "description": "Whether to divide by the standard deviation of the gradient in place of its root mean square."
    }
  },
  "examples": [
    {
      "type": "rmsProp"
    },
    {
      "type": "rmsProp",
      "learningRate": 0.00005,
      "rho": 0.99
    },
    {
      "type": "rmsProp",
      "momentum": 0.5,
      "centered": true
    }
  ]
};
