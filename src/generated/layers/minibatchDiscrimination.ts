// Generated from schema/layers/minibatchDiscrimination.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { MinibatchDiscriminationLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/minibatchDiscrimination.schema.json",
  "title": "MinibatchDiscriminationLayer",
  "type": "object",
  "description": "Adds numbers that say how close each sample is to the others of its batch, so that a discriminator sees a lack of variety.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "minibatchDiscrimination"
    },
    "kernels": {
      "type": "integer",
      "minimum": 1,
      "default": 100,
      "description": "How many numbers are added to each sample."
    },
    "dims": {
      "type": "integer",
      "minimum": 1,
      "default": 5,
      "description": "Dimensions of each space in which samples are compared."
    },
    "kernelInitializer": {
      "entry": "initializer",
      "default": "glorotNormal",
      "description": "How the kernel is filled before training."
    }
  },
  "examples": [
    {
      "type": "minibatchDiscrimination",
      "kernels": 3,
      "dims": 2
    },
    {
      "type": "minibatchDiscrimination",
      "kernels": 2,
      "dims": 4,
      "kernelInitializer": "orthogonal"
    }
  ]
};
