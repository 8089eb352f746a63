// Generated from schema/layers/multiply.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { MultiplyLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/multiply.schema.json",
  "title": "MultiplyLayer",
  "type": "object",
  "description": "Product of several inputs of one shape, element by element, as in a gate. Name them in `input`.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "multiply"
    }
  },
  "examples": [
    {
      "type": "multiply"
    }
  ]
};
