// Generated from schema/initializers/constant.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ConstantInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/constant.schema.json",
  "title": "ConstantInitializer",
  "type": "object",
  "description": "One number everywhere.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "constant"
    },
    "value": {
      "type": "number",
      "default": 0,
      "description": "The number."
    }
  },
  "examples": [
    {
      "type": "constant",
      "value": 0.1
    }
  ]
};
