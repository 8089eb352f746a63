// Generated from schema/losses/relativisticAverage.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RelativisticAverageLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/relativisticAverage.schema.json",
  "title": "RelativisticAverageLoss",
  "type": "object",
  "description": "Relativistic average loss on raw scores, also known as RaGAN or RaSGAN: each sample is compared with the mean score of the other side.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "relativisticAverage"
    }
  },
  "examples": [
    {
      "type": "relativisticAverage"
    }
  ]
};
