// Generated from schema/penalties/consistency.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { ConsistencyPenalty } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "penalties/consistency.schema.json",
  "title": "ConsistencyPenalty",
  "type": "object",
  "description": "Consistency regularization: the discriminator is to score a sample alike after a flip and a shift (cr, bcr), or generated samples of nearby latents alike (zcr). cr and bcr are for images.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "consistency"
    },
    "mode": {
      "type": "string",
      "enum": [
        "cr",
        "bcr",
        "zcr"
      ],
      "default": "cr",
      "description": "cr: changed real images. bcr: changed real and generated images. zcr: changed latents, of which the generator is to make different samples. ICR is bcr and zcr, two penalties."
    },
    "weight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 10,
      "description": "Factor on the term of the discriminator's loss; usual for zcr: 5 to 20."
    },
    "generatorWeight": {
      "type": "number",
      "minimum": 0,
      "schedulable": true,
      "default": 0.5,
      "description": "Factor on the term of the generator's loss, for zcr."
    },
    "shift": {
      "type": "integer",
      "minimum": 0,
      "default": 4,
      "description": "Largest shift in pixels, each way along each axis, for cr and bcr."
    },
    "radius": {
      "type": "number",
      "exclusiveMinimum": 0,
      "schedulable": true,
      "default": 0.05,
      "description": "Standard deviation of the change of a latent, for zcr."
    }
  },
  "examples": [
    {
      "type": "consistency"
    },
    {
      "type": "consistency",
      "mode": "bcr",
      "shift": 1
    },
    {
      "type": "consistency",
      "mode": "zcr",
      "weight": 20
    }
  ]
};
