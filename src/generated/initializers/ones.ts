// Generated from schema/initializers/ones.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { OnesInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/ones.schema.json",
  "title": "OnesInitializer",
  "type": "object",
  "description": "All ones.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "ones"
    }
  },
  "examples": [
    {
      "type": "ones"
    }
  ]
};
