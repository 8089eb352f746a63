// Generated from schema/datasets/csv.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { CsvDataset } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "datasets/csv.schema.json",
  "title": "CsvDataset",
  "type": "object",
  "description": "The rows of a table with a header row. A numeric column is one number between -1 (its least value) and 1 (its greatest), a categorical column one number for each of its values, 1 for the row's own and 0 for the others. Generated samples are written as a table; float32 tells 2^25 numbers of a column's range apart, and no more decimals are written.",
  "required": [
    "type",
    "file"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "csv"
    },
    "file": {
      "type": "string",
      "minLength": 1,
      "description": "The table, in UTF-8. The path starts at the folder of the spec, or at --data-dir."
    },
    "columns": {
      "type": [
        "array",
        "null"
      ],
      "items": {
        "type": "string"
      },
      "minItems": 1,
      "uniqueItems": true,
      "default": null,
      "description": "Names of the columns that make up a sample, in this order; null for all but `label`."
    },
    "categorical": {
      "type": [
        "array",
        "null"
      ],
      "items": {
        "type": "string"
      },
      "uniqueItems": true,
      "default": null,
      "description": "Names of the categorical columns; null for those of whose values, missing ones aside, more than half are no numbers."
    },
    "label": {
      "type": [
        "string",
        "null"
      ],
      "default": null,
      "description": "Name of the column with the classes, numbered in the order of their names, or of their size where all are numbers; null where rows have none."
    },
    "separator": {
      "type": "string",
      "enum": [
        ",",
        ";",
        "\t",
        "|"
      ],
      "default": ",",
      "description": "What stands between two fields."
    }
  },
  "examples": [
    {
      "type": "csv",
      "file": "table.csv"
    },
    {
      "type": "csv",
      "file": "people.csv",
      "columns": [
        "age",
        "job"
      ],
      "categorical": [
        "job"
      ],
      "label": "city",
      "separator": ";"
    }
  ]
};
