// Generated from schema/layers/minibatchStdDev.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { MinibatchStdDevLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/minibatchStdDev.schema.json",
  "title": "MinibatchStdDevLayer",
  "type": "object",
  "description": "Adds channels that say how much the samples of a group differ, so that a discriminator sees a lack of variety.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "minibatchStdDev"
    },
    "groupSize": {
      "type": "integer",
      "minimum": 2,
      "default": 4,
      "description": "Samples compared with each other. Where it does not divide the batch, groups have the largest size below it that does, but never 1."
    },
    "channels": {
      "type": "integer",
      "minimum": 1,
      "default": 1,
      "description": "Channels added; it divides the number of channels of the input."
    }
  },
  "examples": [
    {
      "type": "minibatchStdDev"
    },
    {
      "type": "minibatchStdDev",
      "groupSize": 2,
      "channels": 2
    }
  ]
};
