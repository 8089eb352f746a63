// Generated from schema/layers/flatten.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { FlattenLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/flatten.schema.json",
  "title": "FlattenLayer",
  "type": "object",
  "description": "Puts all values of a sample in one row, last axis fastest.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "flatten"
    }
  },
  "examples": [
    {
      "type": "flatten"
    }
  ]
};
