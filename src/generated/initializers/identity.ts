// Generated from schema/initializers/identity.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { IdentityInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/identity.schema.json",
  "title": "IdentityInitializer",
  "type": "object",
  "description": "Hands each input on to the output of the same index: ones on the diagonal of a matrix or, in filters, at the middle of the window.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "identity"
    },
    "gain": {
      "type": "number",
      "exclusiveMinimum": 0,
      "default": 1,
      "description": "What stands in place of the ones."
    }
  },
  "examples": [
    {
      "type": "identity"
    },
    {
      "type": "identity",
      "gain": 0.5
    }
  ]
};
