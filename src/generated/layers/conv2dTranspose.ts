// Generated from schema/layers/conv2dTranspose.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { Conv2DTransposeLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/conv2dTranspose.schema.json",
  "title": "Conv2DTransposeLayer",
  "type": "object",
  "description": "Transposed two-dimensional convolution: enlarges images [height, width, channels] by the strides. Also known as deconvolution or fractionally strided convolution.",
  "required": [
    "type",
    "filters",
    "kernelSize"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "conv2dTranspose"
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
      "description": "How many times higher and wider the output is; one number for both."
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
      "description": "`same` makes an output of size · stride rows and columns; `valid` one of size · stride + max(kernelSize − stride, 0); a number is taken off every side of (size − 1) · stride + kernelSize, as the padding of PyTorch, and [[top, bottom], [left, right]] gives each side its own."
    },
    "outputPadding": {
      "oneOf": [
        {
          "type": "integer",
          "minimum": 0
        },
        {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 0
          },
          "minItems": 2,
          "maxItems": 2
        }
      ],
      "default": 0,
      "description": "Rows and columns added below and to the right; less than the strides, and only beside padding in numbers."
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
      "type": "conv2dTranspose",
      "filters": 3,
      "kernelSize": 5,
      "strides": 2
    },
    {
      "type": "conv2dTranspose",
      "filters": 2,
      "kernelSize": [
        2,
        3
      ],
      "strides": [
        3,
        1
      ],
      "padding": "valid",
      "useBias": false,
      "activation": "tanh"
    },
    {
      "type": "conv2dTranspose",
      "filters": 2,
      "kernelSize": 3,
      "strides": 2,
      "padding": 1,
      "outputPadding": [
        1,
        0
      ]
    }
  ]
};
