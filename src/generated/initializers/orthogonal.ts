// Generated from schema/initializers/orthogonal.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { OrthogonalInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/orthogonal.schema.json",
  "title": "OrthogonalInitializer",
  "type": "object",
  "description": "A random matrix with orthonormal rows or columns; all axes of a kernel but the last are its rows.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "orthogonal"
    },
    "gain": {
      "type": "number",
      "exclusiveMinimum": 0,
      "default": 1,
      "description": "Factor on the matrix."
    }
  },
  "examples": [
    {
      "type": "orthogonal"
    },
    {
      "type": "orthogonal",
      "gain": 1.4
    }
  ]
};
