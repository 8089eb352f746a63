// Generated from schema/layers/pixelNorm.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { PixelNormLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/pixelNorm.schema.json",
  "title": "PixelNormLayer",
  "type": "object",
  "description": "Divides the channels of each pixel by their root mean square, so that generators cannot grow without bounds. Also normalizes latent vectors.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "pixelNorm"
    },
    "epsilon": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 1e-8,
      "description": "Added to the mean square before the root."
    }
  },
  "examples": [
    {
      "type": "pixelNorm"
    }
  ]
};
