// Generated from schema/penalties/pullingAway.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { PullingAwayPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/pullingAway.schema.json",
  "title": "PullingAwayPenalty",
  "type": "object",
  "description": "On the generator's loss: codes of generated samples are to point in different directions; part of EBGAN.",
  "required": [
    "type",
    "layer"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "pullingAway"
    },
    "layer": {
      "type": "string",
      "minLength": 1,
      "description": "Layer of the discriminator whose output is the code, such as the last one of its encoder."
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.1,
      "description": "Factor on the penalty."
    }
  },
  "examples": [
    {
      "type": "pullingAway",
      "layer": "code"
    },
    {
      "type": "pullingAway",
      "layer": "code",
      "weight": 1
    }
  ]
};
