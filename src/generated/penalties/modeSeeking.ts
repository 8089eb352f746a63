// Generated from schema/penalties/modeSeeking.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ModeSeekingPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/modeSeeking.schema.json",
  "title": "ModeSeekingPenalty",
  "type": "object",
  "description": "On the generator's loss: samples of different latents are to differ, also known as MSGAN.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "modeSeeking"
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 1,
      "description": "Factor on the penalty."
    }
  },
  "examples": [
    {
      "type": "modeSeeking"
    },
    {
      "type": "modeSeeking",
      "weight": 0.1
    }
  ]
};
