// Generated from schema/layers/adaptiveInstanceNorm.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { AdaptiveInstanceNormLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/adaptiveInstanceNorm.schema.json",
  "title": "AdaptiveInstanceNormLayer",
  "type": "object",
  "description": "Instance normalization whose gain and offset come from a second input, the style. Name both in `input`, as in [\"conv2d_0\", \"style\"]. Also known as AdaIN.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "adaptiveInstanceNorm"
    },
    "epsilon": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 0.00001,
      "description": "Added to the variance before the root."
    },
    "betaInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "How the offset at style zero is filled before training."
    },
    "gammaInitializer": {
      "entry": "initializer",
      "default": "ones",
      "description": "How the gain at style zero is filled before training."
    },
    "kernelInitializer": {
      "entry": "initializer",
      "default": "glorotNormal",
      "description": "How the maps from the style to gain and offset are filled before training."
    }
  },
  "examples": [
    {
      "type": "adaptiveInstanceNorm"
    },
    {
      "type": "adaptiveInstanceNorm",
      "kernelInitializer": "randomNormal"
    }
  ]
};
