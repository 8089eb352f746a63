// Generated from schema/layers/embedding.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { EmbeddingLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/embedding.schema.json",
  "title": "EmbeddingLayer",
  "type": "object",
  "description": "A trained vector for each whole number: replaces numbers 0, 1, 2, … by rows of a table. The classes of a GAN come as one-hot vectors, whose table is a dense layer without bias.",
  "required": [
    "type",
    "inputDim",
    "outputDim"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "embedding"
    },
    "inputDim": {
      "type": "integer",
      "minimum": 1,
      "description": "How many rows there are; numbers go from 0 to inputDim − 1."
    },
    "outputDim": {
      "type": "integer",
      "minimum": 1,
      "description": "Length of each row."
    },
    "embeddingsInitializer": {
      "entry": "initializer",
      "default": "randomUniform",
      "description": "How the table is filled before training."
    }
  },
  "examples": [
    {
      "type": "embedding",
      "inputDim": 3,
      "outputDim": 2
    },
    {
      "type": "embedding",
      "inputDim": 2,
      "outputDim": 4,
      "embeddingsInitializer": "randomNormal"
    }
  ]
};
