// Generated from schema/layers/separableConv2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SeparableConv2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/separableConv2d.schema.json",
  "title": "SeparableConv2DLayer",
  "type": "object",
  "description": "Convolution of each channel of an image [height, width, channels] by itself, then a mixing of the channels at each pixel: fewer weights than conv2d.",
  "required": [
    "type",
    "filters",
    "kernelSize"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "separableConv2d"
    },
    "filters": {
      "type": "integer",
      "minimum": 1,
      "description": "Channels of the output."
    },
    "kernelSize": {
      "oneOf": [
        {
          "type": "integer",
          "minimum": 1
        },
        {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 1
          },
          "minItems": 2,
          "maxItems": 2
        }
      ],
      "description": "Height and width of the window; one number for both."
    },
    "strides": {
      "oneOf": [
        {
          "type": "integer",
          "minimum": 1
        },
        {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 1
          },
          "minItems": 2,
          "maxItems": 2
        }
      ],
      "default": 1,
      "description": "Rows and columns from one window to the next; one number for both."
    },
    "padding": {
      "oneOf": [
        {
          "type": "string",
          "enum": [
            "same",
            "valid"
          ]
        },
        {
          "type": "integer",
          "minimum": 0
        },
        {
          "type": "array",
          "items": {
            "type": "array",
            "items": {
              "type": "integer",
              "minimum": 0
            },
            "minItems": 2,
            "maxItems": 2
          },
          "minItems": 2,
          "maxItems": 2
        }
      ],
      "default": "same",
      "description": "`same` pads with zeros so that the output has ceil(size / stride) rows and columns; `valid` pads nothing; a number is that many zeros on every side, as the padding of PyTorch, and [[top, bottom], [left, right]] gives each side its own."
    },
    "depthMultiplier": {
      "type": "integer",
      "minimum": 1,
      "default": 1,
      "description": "Output channels made of each input channel."
    },
    "useBias": {
      "type": "boolean",
      "default": true,
      "description": "Whether a trainable bias is added. Needless before a normalization, which takes it away again."
    },
    "activation": {
      "entry": "activation",
      "default": "linear",
      "description": "Function applied to the output."
    },
    "depthwiseInitializer": {
      "entry": "initializer",
      "default": "glorotNormal",
      "description": "How the kernel of the channels is filled before training."
    },
    "pointwiseInitializer": {
      "entry": "initializer",
      "default": "glorotNormal",
      "description": "How the kernel that mixes them is filled before training."
    },
    "biasInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "How the bias is filled before training."
    }
  },
  "examples": [
    {
      "type": "separableConv2d",
      "filters": 3,
      "kernelSize": 3,
      "strides": 2
    },
    {
      "type": "separableConv2d",
      "filters": 2,
      "kernelSize": 2,
      "padding": "valid",
      "depthMultiplier": 2,
      "useBias": false,
      "activation": "tanh"
    }
  ]
};
