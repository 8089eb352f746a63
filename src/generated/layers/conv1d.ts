// Generated from schema/layers/conv1d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { Conv1DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/conv1d.schema.json",
  "title": "Conv1DLayer",
  "type": "object",
  "description": "One-dimensional convolution of sequences [length, channels].",
  "required": [
    "type",
    "filters",
    "kernelSize"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "conv1d"
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
      "description": "Steps from one window to the next."
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
      "description": "`same` pads with zeros so that the output has ceil(size / stride) steps; `valid` pads nothing; a number is that many zeros at both ends, as the padding of PyTorch, and [left, right] gives each end its own."
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
      "type": "conv1d",
      "filters": 3,
      "kernelSize": 5,
      "strides": 2
    },
    {
      "type": "conv1d",
      "filters": 2,
      "kernelSize": 4,
      "padding": [
        2,
        1
      ],
      "useBias": false,
      "activation": "tanh"
    }
  ]
};
