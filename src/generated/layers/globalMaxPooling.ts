// Generated from schema/layers/globalMaxPooling.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GlobalMaxPoolingLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/globalMaxPooling.schema.json",
  "title": "GlobalMaxPoolingLayer",
  "type": "object",
  "description": "Greatest value of each channel over a whole image [height, width, channels] or sequence [length, channels].",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "globalMaxPooling"
    }
  },
  "examples": [
    {
      "type": "globalMaxPooling"
    }
  ]
};
