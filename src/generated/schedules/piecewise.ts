// Generated from schema/schedules/piecewise.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { PiecewiseSchedule } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "schedules/piecewise.schema.json",
  "title": "PiecewiseSchedule",
  "type": "object",
  "description": "Values at given steps, held or joined by straight lines in between.",
  "required": [
    "type",
    "points"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "piecewise"
    },
    "points": {
      "type": "array",
      "minItems": 1,
      "items": {
        "type": "object",
        "required": [
          "step",
          "value"
        ],
        "additionalProperties": false,
        "properties": {
          "step": {
            "type": "integer",
            "minimum": 0,
            "description": "Step from which the value holds, or where it is in another `unit`."
          },
          "value": {
            "type": "number",
            "description": "The value."
          }
        }
      },
      "description": "Steps and their values, taken in order of step; of two at one step the one written last holds from there on. Before the first point its value holds, after the last one that one's."
    },
    "interpolation": {
      "enum": [
        "constant",
        "linear"
      ],
      "default": "constant",
      "description": "What holds between two points: the value of the earlier one, or the straight line."
    }
  },
  "examples": [
    {
      "type": "piecewise",
      "points": [
        {
          "step": 0,
          "value": 0.001
        },
        {
          "step": 1000,
          "value": 0.0005
        }
      ]
    },
    {
      "type": "piecewise",
      "points": [
        {
          "step": 50000,
          "value": 0.0002
        },
        {
          "step": 100000,
          "value": 0
        }
      ],
      "interpolation": "linear"
    }
  ]
};
