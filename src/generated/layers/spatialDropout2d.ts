// Generated from schema/layers/spatialDropout2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SpatialDropout2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/spatialDropout2d.schema.json",
  "title": "SpatialDropout2DLayer",
  "type": "object",
  "description": "In training sets whole channels of images [height, width, channels] to zero and scales the others up by 1 / (1 − rate); elsewhere the identity.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "spatialDropout2d"
    },
    "rate": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.5,
      "description": "Probability of a channel to be set to zero."
    }
  },
  "examples": [
    {
      "type": "spatialDropout2d"
    },
    {
      "type": "spatialDropout2d",
      "rate": 0.3
    }
  ]
};
