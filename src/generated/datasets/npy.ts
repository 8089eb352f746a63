// Generated from schema/datasets/npy.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { NpyDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/npy.schema.json",
  "title": "NpyDataset",
  "type": "object",
  "description": "Your own samples of any shape in a NumPy file (.npy) of integers, floats or booleans.",
  "required": [
    "type",
    "file"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "npy"
    },
    "file": {
      "type": "string",
      "minLength": 1,
      "description": "The array, its first axis being the samples. The path starts at the folder of the spec, or at --data-dir."
    },
    "labels": {
      "type": [
        "string",
        "null"
      ],
      "minLength": 1,
      "default": null,
      "description": "NumPy file with one class number from 0 on for each sample; null where samples have none."
    },
    "bounds": {
      "type": [
        "array",
        "null"
      ],
      "items": {
        "type": "number"
      },
      "minItems": 2,
      "maxItems": 2,
      "default": null,
      "description": "Least and greatest number of the file, which become -1 and 1; null leaves numbers as they are, but for unsigned bytes, whose bounds are 0 and 255."
    },
    "limit": {
      "type": [
        "integer",
        "null"
      ],
      "minimum": 1,
      "default": null,
      "description": "At most this many samples, the first of the file; null for all."
    }
  },
  "examples": [
    {
      "type": "npy",
      "file": "samples.npy"
    },
    {
      "type": "npy",
      "file": "waves.npy",
      "labels": "classes.npy",
      "bounds": [
        0,
        10
      ],
      "limit": 1000
    }
  ]
};
