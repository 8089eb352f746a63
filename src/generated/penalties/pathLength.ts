// Generated from schema/penalties/pathLength.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { PathLengthPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/pathLength.schema.json",
  "title": "PathLengthPenalty",
  "type": "object",
  "description": "Path length regularization of StyleGAN2, on the generator's loss: a step in the style space is to change images by a fixed amount. Usually with \"every\": 4.",
  "required": [
    "type",
    "layer"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "pathLength"
    },
    "layer": {
      "type": "string",
      "minLength": 1,
      "description": "Layer of the generator whose output is the style, such as the last one of the mapping network."
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 2,
      "description": "Factor on the penalty."
    },
    "decay": {
      "type": "number",
      "exclusiveMinimum": 0,
      "maximum": 1,
      "schedulable": true,
      "default": 0.01,
      "description": "Rate at which the length aimed at follows the mean length."
    }
  },
  "examples": [
    {
      "type": "pathLength",
      "layer": "mapping"
    },
    {
      "type": "pathLength",
      "layer": "mapping",
      "weight": 1,
      "decay": 0.1
    }
  ]
};
