// Generated from schema/layers/block.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { BlockLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/block.schema.json",
  "title": "BlockLayer",
  "type": "object",
  "description": "The layers of one of the spec's `blocks`, with its parameters at these numbers.",
  "required": [
    "type",
    "block"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "block"
    },
    "block": {
      "type": "string",
      "minLength": 1,
      "description": "Name of the block, a key of `blocks`.",
      "examples": [
        "up"
      ]
    },
    "with": {
      "type": "object",
      "additionalProperties": {
        "type": "number"
      },
      "default": {},
      "description": "Numbers for parameters of the block; those left out are as in the block.",
      "examples": [
        {
          "filters": 128
        }
      ]
    }
  },
  "examples": [
    {
      "type": "block",
      "block": "up"
    },
    {
      "type": "block",
      "block": "up",
      "with": {
        "filters": 128
      }
    }
  ]
};
