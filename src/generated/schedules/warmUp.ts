// Generated from schema/schedules/warmUp.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { WarmUpSchedule } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "schedules/warmUp.schema.json",
  "title": "WarmUpSchedule",
  "type": "object",
  "description": "Rises in a straight line to a number, or to what another schedule gives meanwhile, and follows that from there on.",
  "required": [
    "type",
    "to",
    "steps"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "warmUp"
    },
    "to": {
      "type": "number",
      "schedulable": true,
      "description": "The number or the schedule that the warm-up leads to. A schedule is not shifted: it starts at step 0, measured in its own `unit`."
    },
    "from": {
      "type": "number",
      "default": 0,
      "description": "Value at step 0."
    },
    "steps": {
      "type": "integer",
      "minimum": 1,
      "description": "Length of the rise, in steps or another `unit`."
    }
  },
  "examples": [
    {
      "type": "warmUp",
      "to": 0.0002,
      "steps": 1000
    },
    {
      "type": "warmUp",
      "from": 0.000001,
      "to": {
        "type": "cosine",
        "from": 0.0002,
        "to": 0,
        "steps": 50,
        "unit": "epochs"
      },
      "steps": 2,
      "unit": "epochs"
    }
  ]
};
