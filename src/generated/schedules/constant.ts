// Generated from schema/schedules/constant.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ConstantSchedule } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "schedules/constant.schema.json",
  "title": "ConstantSchedule",
  "type": "object",
  "description": "The same value at every step.",
  "required": [
    "type",
    "value"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "constant"
    },
    "value": {
      "type": "number",
      "description": "The value."
    }
  },
  "examples": [
    {
      "type": "constant",
      "value": 0.0001
    }
  ]
};
