// Generated from schema/losses/hinge.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { HingeLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/hinge.schema.json",
  "title": "HingeLoss",
  "type": "object",
  "description": "Hinge loss on raw scores, also known as geometric GAN loss.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "hinge"
    },
    "margin": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 1,
      "description": "Score beyond which a sample no longer adds to the loss."
    }
  },
  "examples": [
    {
      "type": "hinge"
    },
    {
      "type": "hinge",
      "margin": 0.5
    }
  ]
};
