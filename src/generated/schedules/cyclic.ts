// Generated from schema/schedules/cyclic.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { CyclicSchedule } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "schedules/cyclic.schema.json",
  "title": "CyclicSchedule",
  "type": "object",
  "description": "Up and down between two values in straight lines, again and again.",
  "required": [
    "type",
    "from",
    "to",
    "steps"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "cyclic"
    },
    "from": {
      "type": "number",
      "description": "Value at step 0 and at the end of each cycle."
    },
    "to": {
      "type": "number",
      "description": "Value in the middle of each cycle."
    },
    "steps": {
      "type": "integer",
      "minimum": 1,
      "description": "Length of half a cycle, in steps or another `unit`."
    }
  },
  "examples": [
    {
      "type": "cyclic",
      "from": 0.0001,
      "to": 0.0004,
      "steps": 2000
    },
    {
      "type": "cyclic",
      "from": 0.0001,
      "to": 0.0004,
      "steps": 4,
      "unit": "epochs"
    }
  ]
};
