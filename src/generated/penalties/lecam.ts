// Generated from schema/penalties/lecam.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LecamPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/lecam.schema.json",
  "title": "LecamPenalty",
  "type": "object",
  "description": "LeCam regularization, for few samples: scores are held by running means of the scores of the other side. Let a schedule of `weight` start it once the means have settled, after about a thousand steps.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "lecam"
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.3,
      "description": "Factor on the penalty (the λ of the paper)."
    },
    "decay": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.99,
      "description": "Share of a running mean that an update keeps."
    }
  },
  "examples": [
    {
      "type": "lecam"
    },
    {
      "type": "lecam",
      "weight": 0.01,
      "decay": 0.9
    }
  ]
};
