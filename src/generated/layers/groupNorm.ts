// Generated from schema/layers/groupNorm.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GroupNormLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/groupNorm.schema.json",
  "title": "GroupNormLayer",
  "type": "object",
  "description": "Group normalization: neighbouring channels of each sample are brought to mean 0 and variance 1 together. Can stand beside a gradient penalty, unlike batchNorm.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "groupNorm"
    },
    "groups": {
      "type": "integer",
      "minimum": 1,
      "default": 32,
      "description": "How many groups there are; it divides the number of channels. 1 takes whole samples, as many as channels is `instanceNorm`."
    },
    "epsilon": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 0.00001,
      "description": "Added to the variance before the root."
    },
    "center": {
      "type": "boolean",
      "default": true,
      "description": "Whether a trainable offset beta is added."
    },
    "scale": {
      "type": "boolean",
      "default": true,
      "description": "Whether the result is multiplied by a trainable gain gamma."
    },
    "betaInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "How beta is filled before training."
    },
    "gammaInitializer": {
      "entry": "initializer",
      "default": "ones",
      "description": "How gamma is filled before training."
    }
  },
  "examples": [
    {
      "type": "groupNorm",
      "groups": 2
    },
    {
      "type": "groupNorm",
      "groups": 4,
      "scale": false
    }
  ]
};
