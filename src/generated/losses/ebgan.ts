// Generated from schema/losses/ebgan.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { EbganLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/ebgan.schema.json",
  "title": "EbganLoss",
  "type": "object",
  "description": "Energy-based loss: the discriminator is an auto-encoder that yields a sample again, and its squared reconstruction error is the energy. The pullingAway penalty belongs to it.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "ebgan"
    },
    "margin": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 1,
      "description": "Energy beyond which a generated sample no longer adds to the loss. It must exceed the error of real samples, which is a mean over the values of a sample; papers that sum need larger ones."
    }
  },
  "examples": [
    {
      "type": "ebgan"
    },
    {
      "type": "ebgan",
      "margin": 0.5
    }
  ]
};
