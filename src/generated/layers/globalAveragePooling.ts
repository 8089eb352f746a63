// Generated from schema/layers/globalAveragePooling.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GlobalAveragePoolingLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/globalAveragePooling.schema.json",
  "title": "GlobalAveragePoolingLayer",
  "type": "object",
  "description": "Mean of each channel over a whole image [height, width, channels] or sequence [length, channels].",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "globalAveragePooling"
    }
  },
  "examples": [
    {
      "type": "globalAveragePooling"
    }
  ]
};
