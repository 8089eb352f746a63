// Generated from schema/losses/relativisticAverageHinge.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RelativisticAverageHingeLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/relativisticAverageHinge.schema.json",
  "title": "RelativisticAverageHingeLoss",
  "type": "object",
  "description": "Hinge form of the relativistic average loss on raw scores, also known as RaHinge.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "relativisticAverageHinge"
    }
  },
  "examples": [
    {
      "type": "relativisticAverageHinge"
    }
  ]
};
