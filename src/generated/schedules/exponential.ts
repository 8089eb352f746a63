// Generated from schema/schedules/exponential.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ExponentialSchedule } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "schedules/exponential.schema.json",
  "title": "ExponentialSchedule",
  "type": "object",
  "description": "From one positive value to another by equal factors.",
  "required": [
    "type",
    "from",
    "to",
    "steps"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "exponential"
    },
    "from": {
      "type": "number",
      "exclusiveMinimum": 0,
      "description": "Value at step 0."
    },
    "to": {
      "type": "number",
      "exclusiveMinimum": 0,
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
      "type": "exponential",
      "from": 0.001,
      "to": 0.00001,
      "steps": 10000
    }
  ]
};
