// Generated from schema/initializers/truncatedNormal.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { TruncatedNormalInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/truncatedNormal.schema.json",
  "title": "TruncatedNormalInitializer",
  "type": "object",
  "description": "Normal distribution, redrawn beyond two standard deviations.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "truncatedNormal"
    },
    "mean": {
      "type": "number",
      "default": 0,
      "description": "Mean."
    },
    "stddev": {
      "type": "number",
      "minimum": 0,
      "default": 0.05,
      "description": "Standard deviation before truncation; afterwards it is 0.88 times that."
    }
  },
  "examples": [
    {
      "type": "truncatedNormal"
    },
    {
      "type": "truncatedNormal",
      "mean": 1,
      "stddev": 0.02
    }
  ]
};
