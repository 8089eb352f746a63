// Generated from schema/losses/relativistic.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RelativisticLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/relativistic.schema.json",
  "title": "RelativisticLoss",
  "type": "object",
  "description": "Relativistic loss on raw scores, also known as RSGAN or RpGAN: each real sample is compared with one generated sample. With r1 and r2 it is the loss of R3GAN.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "relativistic"
    }
  },
  "examples": [
    {
      "type": "relativistic"
    }
  ]
};
