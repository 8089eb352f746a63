// Generated from schema/activations/logSoftmax.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LogSoftmaxActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/logSoftmax.schema.json",
  "title": "LogSoftmaxActivation",
  "type": "object",
  "description": "Logarithms of softmax: values below zero whose exponentials add up to 1 along the last axis.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "logSoftmax"
    }
  },
  "examples": [
    {
      "type": "logSoftmax"
    }
  ]
};
