// Generated from schema/layers/prelu.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { PReLULayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/prelu.schema.json",
  "title": "PReLULayer",
  "type": "object",
  "description": "Leaky rectifier whose slope below zero is trained.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "prelu"
    },
    "perChannel": {
      "type": "boolean",
      "default": true,
      "description": "Whether each channel has a slope of its own, or all share one."
    },
    "alphaInitializer": {
      "entry": "initializer",
      "default": {
        "type": "constant",
        "value": 0.25
      },
      "description": "How the slopes are filled before training."
    }
  },
  "examples": [
    {
      "type": "prelu"
    },
    {
      "type": "prelu",
      "perChannel": false,
      "alphaInitializer": "zeros"
    }
  ]
};
