// Generated from schema/activations/relu6.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { Relu6Activation } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "activations/relu6.schema.json",
  "title": "Relu6Activation",
  "type": "object",
  "description": "Rectifier that stops at 6.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "relu6"
    }
  },
  "examples": [
    {
      "type": "relu6"
    }
  ]
};
