// Generated from schema/layers/globalSumPooling.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { GlobalSumPoolingLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/globalSumPooling.schema.json",
  "title": "GlobalSumPoolingLayer",
  "type": "object",
  "description": "Sum of each channel over a whole image [height, width, channels] or sequence [length, channels].",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "globalSumPooling"
    }
  },
  "examples": [
    {
      "type": "globalSumPooling"
    }
  ]
};
