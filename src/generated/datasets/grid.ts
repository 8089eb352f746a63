// Generated from schema/datasets/grid.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GridDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/grid.schema.json",
  "title": "GridDataset",
  "type": "object",
  "description": "Points [2] around a square grid of equal Gaussians centred on the origin, drawn from the training seed; the class of a point is its Gaussian. The defaults are the protocol of PacGAN (arXiv:1712.04086): centres from -4 to 4.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "grid"
    },
    "side": {
      "type": "integer",
      "minimum": 1,
      "maximum": 100,
      "default": 5,
      "description": "Gaussians along each axis; the grid has side × side of them."
    },
    "spacing": {
      "type": "number",
      "exclusiveMinimum": 0,
      "maximum": 1000000,
      "default": 2,
      "description": "Distance between neighbouring centres."
    },
    "stddev": {
      "type": "number",
      "minimum": 0,
      "maximum": 1000000,
      "default": 0.05,
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
      "type": "grid"
    },
    {
      "type": "grid",
      "side": 3,
      "spacing": 1
    }
  ]
};
