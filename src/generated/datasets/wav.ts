// Generated from schema/datasets/wav.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { WavDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/wav.schema.json",
  "title": "WavDataset",
  "type": "object",
  "description": "Clips of sound [length, 1] in [-1, 1], cut one after the other from uncompressed wav files of one sample rate; several channels are averaged. Generated samples are written as a wav file, one after the other.",
  "required": [
    "type",
    "path"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "wav"
    },
    "path": {
      "type": "string",
      "minLength": 1,
      "description": "A wav file, or a folder: all wav files in it and in the folders inside it. The path starts at the folder of the spec, or at --data-dir."
    },
    "length": {
      "type": "integer",
      "minimum": 1,
      "default": 16384,
      "description": "Samples of a clip. What is left at the end of a file is left out; a file shorter than a clip is filled up with silence."
    }
  },
  "examples": [
    {
      "type": "wav",
      "path": "drums"
    },
    {
      "type": "wav",
      "path": "bells.wav",
      "length": 4096
    }
  ]
};
