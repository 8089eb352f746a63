// Generated from schema/layers/phaseShuffle.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { PhaseShuffleLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/phaseShuffle.schema.json",
  "title": "PhaseShuffleLayer",
  "type": "object",
  "description": "In training shifts each sequence [length, channels] by a random number of steps, mirrored at its ends, so that a discriminator of sounds cannot tell them by the phase of their artefacts; elsewhere the identity.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "phaseShuffle"
    },
    "radius": {
      "type": "integer",
      "minimum": 0,
      "default": 2,
      "description": "Largest shift in steps, each way; less than the length."
    }
  },
  "examples": [
    {
      "type": "phaseShuffle"
    },
    {
      "type": "phaseShuffle",
      "radius": 1
    }
  ]
};
