// Generated from schema/layers/batchNorm.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { BatchNormLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/batchNorm.schema.json",
  "title": "BatchNormLayer",
  "type": "object",
  "description": "Batch normalization over all axes but the last, with running statistics for sampling. With a second input, a class or a latent vector, gain and offset depend on it.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "batchNorm"
    },
    "momentum": {
      "type": "number",
      "minimum": 0,
      "exclusiveMaximum": 1,
      "schedulable": true,
      "default": 0.99,
      "description": "Share of the running statistics that is kept at each update; PyTorch's momentum is 1 minus this one."
    },
    "epsilon": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 0.001,
      "description": "Added to the variance before the root."
    },
    "center": {
      "type": "boolean",
      "default": true,
      "description": "Whether a trainable offset beta is added."
    },
    "scale": {
      "type": "boolean",
      "default": true,
      "description": "Whether the result is multiplied by a trainable gain gamma."
    },
    "betaInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "How beta is filled before training."
    },
    "gammaInitializer": {
      "entry": "initializer",
      "default": "ones",
      "description": "How gamma is filled before training."
    },
    "kernelInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "With a second input: how the maps from it to changes of gamma and beta are filled before training. Zeros let it have no effect at first; under `spectralNorm`, which cannot scale zeros, take `orthogonal`."
    }
  },
  "examples": [
    {
      "type": "batchNorm"
    },
    {
      "type": "batchNorm",
      "momentum": 0.8,
      "center": false,
      "scale": false
    },
    {
      "type": "batchNorm",
      "momentum": 0.8,
      "kernelInitializer": "orthogonal"
    }
  ]
};
