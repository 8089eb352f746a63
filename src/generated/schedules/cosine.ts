// Generated from schema/schedules/cosine.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { CosineSchedule } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "schedules/cosine.schema.json",
  "title": "CosineSchedule",
  "type": "object",
  "description": "Half a cosine wave from one value to another: slow at both ends.",
  "required": [
    "type",
    "from",
    "to",
    "steps"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "cosine"
    },
    "from": {
      "type": "number",
      "description": "Value at step 0."
    },
    "to": {
      "type": "number",
      "description": "Value at the end."
    },
    "steps": {
      "type": "integer",
      "minimum": 1,
      "description": "Length, in steps or another `unit`, until `to` is reached; the value stays there."
    }
  },
  "examples": [
    {
      "type": "cosine",
      "from": 0.0002,
      "to": 0.00005,
      "steps": 10000
    },
    {
      "type": "cosine",
      "from": 0.0002,
      "to": 0.00005,
      "steps": 1000000,
      "unit": "images"
    }
  ]
};
