// Generated from schema/schedules/step.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { StepSchedule } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "schedules/step.schema.json",
  "title": "StepSchedule",
  "type": "object",
  "description": "A value that is multiplied by a factor each time so many steps are over.",
  "required": [
    "type",
    "from",
    "factor",
    "every"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "step"
    },
    "from": {
      "type": "number",
      "description": "Value at step 0."
    },
    "factor": {
      "type": "number",
      "exclusiveMinimum": 0,
      "maximum": 1,
      "description": "What the value is multiplied by."
    },
    "every": {
      "type": "integer",
      "minimum": 1,
      "description": "Length, in steps or another `unit`, from one change to the next."
    }
  },
  "examples": [
    {
      "type": "step",
      "from": 0.0002,
      "factor": 0.5,
      "every": 10000
    },
    {
      "type": "step",
      "from": 0.0002,
      "factor": 0.1,
      "every": 30,
      "unit": "epochs"
    }
  ]
};
