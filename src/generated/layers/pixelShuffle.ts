// Generated from schema/layers/pixelShuffle.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { PixelShuffleLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/pixelShuffle.schema.json",
  "title": "PixelShuffleLayer",
  "type": "object",
  "description": "Enlarges images by turning channels into pixels: [height, width, channels · factor²] becomes [height · factor, width · factor, channels]. The channels of a pixel are taken as rows, then columns, then channels of its block, as in TensorFlow's depth_to_space; PyTorch's PixelShuffle takes channels, then rows, then columns.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "pixelShuffle"
    },
    "factor": {
      "type": "integer",
      "minimum": 1,
      "default": 2,
      "description": "How many times higher and wider the output is."
    }
  },
  "examples": [
    {
      "type": "pixelShuffle"
    }
  ]
};
