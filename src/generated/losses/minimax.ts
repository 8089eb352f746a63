// Generated from schema/losses/minimax.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { MinimaxLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/minimax.schema.json",
  "title": "MinimaxLoss",
  "type": "object",
  "description": "The original GAN loss on raw logits: the generator minimises what the discriminator maximises. Its generator learns little while the discriminator wins; nonSaturating mends that.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "minimax"
    }
  },
  "examples": [
    {
      "type": "minimax"
    }
  ]
};
