// Generated from schema/layers/maxout.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { MaxoutLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/maxout.schema.json",
  "title": "MaxoutLayer",
  "type": "object",
  "description": "Fully connected layer on the last axis that takes the largest of several linear functions for each unit.",
  "required": [
    "type",
    "units"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "maxout"
    },
    "units": {
      "type": "integer",
      "minimum": 1,
      "description": "Size of the output's last axis."
    },
    "pieces": {
      "type": "integer",
      "minimum": 1,
      "default": 5,
      "description": "Linear functions for each unit."
    },
    "useBias": {
      "type": "boolean",
      "default": true,
      "description": "Whether a trainable bias is added."
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
      "type": "maxout",
      "units": 3
    },
    {
      "type": "maxout",
      "units": 2,
      "pieces": 2,
      "useBias": false
    }
  ]
};
