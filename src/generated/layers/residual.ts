// Generated from schema/layers/residual.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ResidualLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/residual.schema.json",
  "title": "ResidualLayer",
  "type": "object",
  "description": "Layers whose output is added to what they read: y = layers(x) + shortcut(x). It becomes those layers and an `add` layer, which takes its name (He et al. 2016, arXiv:1512.03385).",
  "required": [
    "type",
    "layers"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "residual"
    },
    "layers": {
      "type": "array",
      "minItems": 1,
      "items": {
        "entry": "layer"
      },
      "description": "Layers of the residual path.",
      "examples": [
        [
          "reLU",
          {
            "type": "conv2d",
            "filters": 64,
            "kernelSize": 3
          }
        ]
      ]
    },
    "shortcut": {
      "type": "array",
      "items": {
        "entry": "layer"
      },
      "default": [],
      "description": "Layers of the other path, which brings its input to the shape of `layers`; without any, the input itself is added.",
      "examples": [
        [
          {
            "type": "conv2d",
            "filters": 64,
            "kernelSize": 1
          }
        ]
      ]
    }
  },
  "examples": [
    {
      "type": "residual",
      "layers": [
        "reLU",
        {
          "type": "dense",
          "units": 8
        }
      ]
    },
    {
      "type": "residual",
      "layers": [
        {
          "type": "conv2d",
          "filters": 64,
          "kernelSize": 3
        }
      ],
      "shortcut": [
        {
          "type": "conv2d",
          "filters": 64,
          "kernelSize": 1
        }
      ]
    }
  ]
};
