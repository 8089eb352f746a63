// Generated from schema/activations/softmax.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SoftmaxActivation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/softmax.schema.json",
  "title": "SoftmaxActivation",
  "type": "object",
  "description": "Positive values that add up to 1 along the last axis: the units of a vector, the channels of an image.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "softmax"
    }
  },
  "examples": [
    {
      "type": "softmax"
    }
  ]
};
