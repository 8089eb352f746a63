// Generated from schema/layers/conv1dTranspose.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { Conv1DTransposeLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/conv1dTranspose.schema.json",
  "title": "Conv1DTransposeLayer",
  "type": "object",
  "description": "Transposed one-dimensional convolution: makes sequences [length, channels] longer by the strides.",
  "required": [
    "type",
    "filters",
    "kernelSize"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "conv1dTranspose"
    },
    "filters": {
      "type": "integer",
      "minimum": 1,
      "description": "Channels of the output."
    },
    "kernelSize": {
      "type": "integer",
      "minimum": 1,
      "description": "Length of the window."
    },
    "strides": {
      "type": "integer",
      "minimum": 1,
      "default": 1,
      "description": "How many times longer the output is."
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
            "type": "integer",
            "minimum": 0
          },
          "minItems": 2,
          "maxItems": 2
        }
      ],
      "default": "same",
      "description": "`same` makes an output of size · stride steps; `valid` one of size · stride + max(kernelSize − stride, 0); a number is taken off both ends of (size − 1) · stride + kernelSize, as the padding of PyTorch, and [left, right] gives each end its own."
    },
    "outputPadding": {
      "type": "integer",
      "minimum": 0,
      "default": 0,
      "description": "Steps added at the end; less than the strides, and only beside padding in numbers."
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
      "type": "conv1dTranspose",
      "filters": 2,
      "kernelSize": 5,
      "strides": 2
    },
    {
      "type": "conv1dTranspose",
      "filters": 1,
      "kernelSize": 3,
      "strides": 2,
      "padding": 1,
      "outputPadding": 1,
      "useBias": false,
      "activation": "tanh"
    }
  ]
};
