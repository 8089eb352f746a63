// Generated from schema/layers/add.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { AddLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/add.schema.json",
  "title": "AddLayer",
  "type": "object",
  "description": "Sum of several inputs of one shape, as in a residual block. Name them in `input`.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "add"
    }
  },
  "examples": [
    {
      "type": "add"
    }
  ]
};
