// Generated from schema/layers/activation.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ActivationLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/activation.schema.json",
  "title": "ActivationLayer",
  "type": "object",
  "description": "Applies an activation function as a layer of its own.",
  "required": [
    "type",
    "activation"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "activation"
    },
    "activation": {
      "entry": "activation",
      "description": "The function."
    }
  },
  "examples": [
    {
      "type": "activation",
      "activation": "elu"
    },
    {
      "type": "activation",
      "activation": {
        "type": "leakyReLU",
        "alpha": 0.2
      }
    }
  ]
};
