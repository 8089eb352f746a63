// Generated from schema/layers/gumbelSoftmax.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GumbelSoftmaxLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/gumbelSoftmax.schema.json",
  "title": "GumbelSoftmaxLayer",
  "type": "object",
  "description": "Draws one category along the last axis, whose inputs are logits, in a way that gradients pass through. Draws when sampling, too.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "gumbelSoftmax"
    },
    "temperature": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 1,
      "description": "The lower it is, the closer the result is to one category and the larger gradients become."
    },
    "hard": {
      "type": "boolean",
      "default": false,
      "description": "Whether the result is exactly one category, with the gradient of the soft one."
    }
  },
  "examples": [
    {
      "type": "gumbelSoftmax"
    },
    {
      "type": "gumbelSoftmax",
      "temperature": 0.5,
      "hard": true
    }
  ]
};
