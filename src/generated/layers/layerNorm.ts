// Generated from schema/layers/layerNorm.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LayerNormLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/layerNorm.schema.json",
  "title": "LayerNormLayer",
  "type": "object",
  "description": "Layer normalization: each sample is brought to mean 0 and variance 1 by itself. Can stand beside a gradient penalty, unlike batchNorm.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "layerNorm"
    },
    "axis": {
      "oneOf": [
        {
          "type": "integer"
        },
        {
          "type": "array",
          "items": {
            "type": "integer"
          },
          "minItems": 1
        }
      ],
      "default": -1,
      "description": "Axis or axes normalized together, counted from the batch axis 0; negative numbers count from the end. [1, 2, 3] takes whole images."
    },
    "epsilon": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 0.001,
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
      "type": "layerNorm"
    },
    {
      "type": "layerNorm",
      "axis": [
        1,
        2,
        3
      ]
    },
    {
      "type": "layerNorm",
      "axis": 1,
      "scale": false
    }
  ]
};
