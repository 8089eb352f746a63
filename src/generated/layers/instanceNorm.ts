// Generated from schema/layers/instanceNorm.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { InstanceNormLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/instanceNorm.schema.json",
  "title": "InstanceNormLayer",
  "type": "object",
  "description": "Instance normalization: each channel of each sample is brought to mean 0 and variance 1 by itself. Can stand beside a gradient penalty, unlike batchNorm.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "instanceNorm"
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
      "type": "instanceNorm"
    },
    {
      "type": "instanceNorm",
      "epsilon": 0.001,
      "center": false,
      "scale": false
    }
  ]
};
