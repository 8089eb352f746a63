// Generated from schema/losses/relativisticAverageLeastSquares.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RelativisticAverageLeastSquaresLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/relativisticAverageLeastSquares.schema.json",
  "title": "RelativisticAverageLeastSquaresLoss",
  "type": "object",
  "description": "Least-squares form of the relativistic average loss on raw scores, also known as RaLSGAN.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "relativisticAverageLeastSquares"
    }
  },
  "examples": [
    {
      "type": "relativisticAverageLeastSquares"
    }
  ]
};
