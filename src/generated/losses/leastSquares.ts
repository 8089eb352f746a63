// Generated from schema/losses/leastSquares.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LeastSquaresLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/leastSquares.schema.json",
  "title": "LeastSquaresLoss",
  "type": "object",
  "description": "Least-squares loss on raw scores, also known as LSGAN.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "leastSquares"
    },
    "realTarget": {
      "type": "number",
      "schedulable": true,
      "default": 1,
      "description": "Score the discriminator aims at for real samples."
    },
    "fakeTarget": {
      "type": "number",
      "schedulable": true,
      "default": 0,
      "description": "Score the discriminator aims at for generated samples."
    },
    "generatorTarget": {
      "type": "number",
      "schedulable": true,
      "default": 1,
      "description": "Score the generator aims at."
    }
  },
  "examples": [
    {
      "type": "leastSquares"
    },
    {
      "type": "leastSquares",
      "realTarget": 1,
      "fakeTarget": -1,
      "generatorTarget": 0
    }
  ]
};
