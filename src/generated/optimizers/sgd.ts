// Generated from schema/optimizers/sgd.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SgdOptimizer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "optimizers/sgd.schema.json",
  "title": "SgdOptimizer",
  "type": "object",
  "description": "Gradient descent, with momentum if wanted.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "sgd"
    },
    "learningRate": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.01,
      "description": "Size of a step."
    },
    "momentum": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0,
      "description": "Share of the last step that is kept."
    },
    "nesterov": {
      "type": "boolean",
      "default": false,
      "description": "Whether to look ahead along the momentum."
    }
  },
  "examples": [
    {
      "type": "sgd"
    },
    {
      "type": "sgd",
      "learningRate": 0.1,
      "momentum": 0.9,
      "nesterov": true
    }
  ]
};
