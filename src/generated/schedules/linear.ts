// Generated from schema/schedules/linear.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LinearSchedule } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "schedules/linear.schema.json",
  "title": "LinearSchedule",
  "type": "object",
  "description": "A straight line from one value to another.",
  "required": [
    "type",
    "from",
    "to",
    "steps"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "linear"
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
      "type": "linear",
      "from": 0.0002,
      "to": 0,
      "steps": 10000
    },
    {
      "type": "linear",
      "from": 0.0002,
      "to": 0,
      "steps": 20,
      "unit": "epochs"
    }
  ]
};
