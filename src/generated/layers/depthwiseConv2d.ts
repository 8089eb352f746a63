// Generated from schema/layers/depthwiseConv2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { DepthwiseConv2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/depthwiseConv2d.schema.json",
  "title": "DepthwiseConv2DLayer",
  "type": "object",
  "description": "Convolution of each channel of an image [height, width, channels] by itself.",
  "required": [
    "type",
    "kernelSize"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "depthwiseConv2d"
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
      "description": "How the kernel is filled before training."
    },
    "biasInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "How the bias is filled before training."
    }
  },
  "examples": [
    {
      "type": "depthwiseConv2d",
      "kernelSize": 3
    },
    {
      "type": "depthwiseConv2d",
      "kernelSize": [
        3,
        2
      ],
      "strides": 2,
      "padding": 1,
      "depthMultiplier": 2,
      "useBias": false,
      "activation": "tanh"
    }
  ]
};
