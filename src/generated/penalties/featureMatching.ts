// Generated from schema/penalties/featureMatching.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { FeatureMatchingPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/featureMatching.schema.json",
  "title": "FeatureMatchingPenalty",
  "type": "object",
  "description": "On the generator's loss: generated samples are to have the mean features of real ones at a layer of the discriminator.",
  "required": [
    "type",
    "layer"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "featureMatching"
    },
    "layer": {
      "type": "string",
      "minLength": 1,
      "description": "Layer of the discriminator whose output is compared."
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 1,
      "description": "Factor on the penalty."
    },
    "norm": {
      "type": "string",
      "enum": [
        "squared",
        "absolute"
      ],
      "default": "squared",
      "description": "Whether the distance of the means is the sum of squares over their features or the sum of absolute values."
    }
  },
  "examples": [
    {
      "type": "featureMatching",
      "layer": "features"
    },
    {
      "type": "featureMatching",
      "layer": "features",
      "norm": "absolute"
    }
  ]
};
