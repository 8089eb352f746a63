// Generated from schema/datasets/swissRoll.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SwissRollDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/swissRoll.schema.json",
  "title": "SwissRollDataset",
  "type": "object",
  "description": "Points [2] of a spiral in the plane, drawn from the training seed.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "swissRoll"
    },
    "radius": {
      "type": "number",
      "exclusiveMinimum": 0,
      "maximum": 1000000,
      "default": 1,
      "description": "Distance of the outer end from the origin; the inner end has a third of it."
    },
    "stddev": {
      "type": "number",
      "minimum": 0,
      "maximum": 1000000,
      "default": 0.02,
      "description": "Standard deviation of the noise along each axis."
    },
    "count": {
      "type": "integer",
      "minimum": 1,
      "maximum": 10000000,
      "default": 100000,
      "description": "Number of points."
    }
  },
  "examples": [
    {
      "type": "swissRoll"
    },
    {
      "type": "swissRoll",
      "radius": 2,
      "stddev": 0.05,
      "count": 5000
    }
  ]
};
