// Generated from schema/losses/wasserstein.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { WassersteinLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/wasserstein.schema.json",
  "title": "WassersteinLoss",
  "type": "object",
  "description": "Wasserstein loss on raw scores, also known as WGAN or critic loss. The discriminator must be kept Lipschitz: add gradientPenalty or weightClip.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "wasserstein"
    }
  },
  "examples": [
    {
      "type": "wasserstein"
    }
  ]
};
