// Generated from schema/layers/dense.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { DenseLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/dense.schema.json",
  "title": "DenseLayer",
  "type": "object",
  "description": "Fully connected layer on the last axis: x · kernel + bias. Also known as linear or affine layer.",
  "required": [
    "type",
    "units"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "dense"
    },
    "units": {
      "type": "integer",
      "minimum": 1,
      "description": "Size of the output's last axis."
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
      "type": "dense",
      "units": 3
    },
    {
      "type": "dense",
      "units": 2,
      "useBias": false,
      "activation": "tanh",
      "kernelInitializer": "heNormal"
    }
  ]
};
