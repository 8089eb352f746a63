// Generated from schema/layers/learnedConstant.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { LearnedConstantLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/learnedConstant.schema.json",
  "title": "LearnedConstantLayer",
  "type": "object",
  "description": "The same trained tensor for each sample, whatever the input: what a style-based generator starts from.",
  "required": [
    "type",
    "shape"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "learnedConstant"
    },
    "shape": {
      "type": "array",
      "items": {
        "type": "integer",
        "minimum": 1
      },
      "minItems": 1,
      "description": "Shape of the tensor without the batch axis, as in [4, 4, 128]."
    },
    "initializer": {
      "entry": "initializer",
      "default": {
        "type": "randomNormal",
        "stddev": 1
      },
      "description": "How the tensor is filled before training."
    }
  },
  "examples": [
    {
      "type": "learnedConstant",
      "shape": [
        4,
        4,
        3
      ]
    },
    {
      "type": "learnedConstant",
      "shape": [
        5
      ],
      "initializer": "ones"
    }
  ]
};
