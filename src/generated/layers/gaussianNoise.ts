// Generated from schema/layers/gaussianNoise.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GaussianNoiseLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/gaussianNoise.schema.json",
  "title": "GaussianNoiseLayer",
  "type": "object",
  "description": "In training adds normal noise to each value; elsewhere the identity.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "gaussianNoise"
    },
    "stddev": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.1,
      "description": "Standard deviation of the noise."
    }
  },
  "examples": [
    {
      "type": "gaussianNoise"
    },
    {
      "type": "gaussianNoise",
      "stddev": 0.5
    }
  ]
};
