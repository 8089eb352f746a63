// Generated from schema/penalties/weightClip.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { WeightClipPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/weightClip.schema.json",
  "title": "WeightClipPenalty",
  "type": "object",
  "description": "Clips every trainable parameter of the discriminator after each of its updates, as the first Wasserstein GAN did.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "weightClip"
    },
    "limit": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 0.01,
      "description": "Largest absolute value of a parameter."
    }
  },
  "examples": [
    {
      "type": "weightClip"
    },
    {
      "type": "weightClip",
      "limit": 0.1
    }
  ]
};
