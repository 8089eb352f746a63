// Generated from schema/layers/conv2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { Conv2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/conv2d.schema.json",
  "title": "Conv2DLayer",
  "type": "object",
  "description": "Two-dimensional convolution of images [height, width, channels].",
  "required": [
    "type",
    "filters",
    "kernelSize"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "conv2d"
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
    "groups": {
      "type": "integer",
      "minimum": 1,
      "default": 1,
      "description": "Equal parts into which channels are divided: each part of the output sees only its part of the input (ResNeXt). It divides the channels of the input and `filters`."
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
    "kernelInitializer": {
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
      "type": "conv2d",
      "filters": 3,
      "kernelSize": 5,
      "strides": 2
    },
    {
      "type": "conv2d",
      "filters": 2,
      "kernelSize": [
        3,
        2
      ],
      "padding": "valid",
      "useBias": false,
      "activation": "tanh"
    },
    {
      "type": "conv2d",
      "filters": 2,
      "kernelSize": 3,
      "strides": 2,
      "padding": [
        [
          1,
          1
        ],
        [
          0,
          2
        ]
      ]
    },
    {
      "type": "conv2d",
      "filters": 4,
      "kernelSize": 3,
      "strides": 2,
      "groups": 2
    }
  ]
};
