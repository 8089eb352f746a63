// Generated from schema/layers/modulatedConv2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ModulatedConv2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/modulatedConv2d.schema.json",
  "title": "ModulatedConv2DLayer",
  "type": "object",
  "description": "Convolution whose kernel is scaled for each sample by a second input, the style, and brought back to unit size. Name both in `input`, as in [\"learnedConstant_0\", \"style\"].",
  "required": [
    "type",
    "filters"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "modulatedConv2d"
    },
    "filters": {
      "type": "integer",
      "minimum": 1,
      "description": "Channels of the output."
    },
    "kernelSize": {
      "type": "integer",
      "minimum": 1,
      "default": 3,
      "description": "Height and width of the window."
    },
    "demodulate": {
      "type": "boolean",
      "default": true,
      "description": "Whether each output channel is divided by the size of its scaled kernel; false for the layer that makes colours."
    },
    "upSample": {
      "type": "boolean",
      "default": false,
      "description": "Whether the image is first made twice as high and wide; it is smoothed by [1, 3, 3, 1] after the convolution."
    },
    "useBias": {
      "type": "boolean",
      "default": true,
      "description": "Whether a trainable bias is added."
    },
    "activation": {
      "entry": "activation",
      "default": "linear",
      "description": "Function applied to the output."
    },
    "kernelInitializer": {
      "entry": "initializer",
      "default": "glorotNormal",
      "description": "How the kernel and the map from the style to the scales are filled before training."
    },
    "biasInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "How the bias is filled before training."
    }
  },
  "examples": [
    {
      "type": "modulatedConv2d",
      "filters": 3
    },
    {
      "type": "modulatedConv2d",
      "filters": 2,
      "upSample": true,
      "useBias": false
    },
    {
      "type": "modulatedConv2d",
      "filters": 2,
      "kernelSize": 1,
      "demodulate": false,
      "activation": "tanh"
    }
  ]
};
