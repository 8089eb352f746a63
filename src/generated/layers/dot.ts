// Generated from schema/layers/dot.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { DotLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/dot.schema.json",
  "title": "DotLayer",
  "type": "object",
  "description": "Inner product of two inputs of one shape along the last axis, as between features and the embedding of a class. Name both in `input`.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "dot"
    }
  },
  "examples": [
    {
      "type": "dot"
    }
  ]
};
