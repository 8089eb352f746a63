// Generated from schema/initializers/zeros.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ZerosInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/zeros.schema.json",
  "title": "ZerosInitializer",
  "type": "object",
  "description": "All zeros.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "zeros"
    }
  },
  "examples": [
    {
      "type": "zeros"
    }
  ]
};
