// Generated from schema/datasets/text.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { TextDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/text.schema.json",
  "title": "TextDataset",
  "type": "object",
  "description": "The lines of a text file in UTF-8 as one-hot characters [length, 1 + characters of the alphabet]; place 0 stands for no character and fills up short lines. Empty lines are passed over. Generated samples are written as text.",
  "required": [
    "type",
    "file"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "text"
    },
    "file": {
      "type": "string",
      "minLength": 1,
      "description": "The text. The path starts at the folder of the spec, or at --data-dir."
    },
    "length": {
      "type": "integer",
      "minimum": 1,
      "maximum": 65536,
      "default": 32,
      "description": "Characters of a sample; longer lines are cut."
    },
    "alphabet": {
      "type": [
        "string",
        "null"
      ],
      "minLength": 1,
      "default": null,
      "description": "The characters that may stand in the file; null for those that do. Their order is that of Unicode."
    }
  },
  "examples": [
    {
      "type": "text",
      "file": "names.txt"
    },
    {
      "type": "text",
      "file": "dna.txt",
      "length": 64,
      "alphabet": "ACGT"
    }
  ]
};
