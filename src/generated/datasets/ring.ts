// Generated from schema/datasets/ring.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { RingDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/ring.schema.json",
  "title": "RingDataset",
  "type": "object",
  "description": "Points [2] around a ring of equal Gaussians, drawn from the training seed; the class of a point is its Gaussian. The defaults are the protocol of PacGAN (arXiv:1712.04086).",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "ring"
    },
    "modes": {
      "type": "integer",
      "minimum": 1,
      "maximum": 1000,
      "default": 8,
      "description": "Number of Gaussians, evenly spaced; the first has its centre at [radius, 0]."
    },
    "radius": {
      "type": "number",
      "exclusiveMinimum": 0,
      "maximum": 1000000,
      "default": 1,
      "description": "Distance of the centres from the origin."
    },
    "stddev": {
      "type": "number",
      "minimum": 0,
      "maximum": 1000000,
      "default": 0.01,
      "description": "Standard deviation of each Gaussian along each axis."
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
      "type": "ring"
    },
    {
      "type": "ring",
      "modes": 8,
      "radius": 2,
      "stddev": 0.02,
      "count": 50000
    }
  ]
};
