// Generated from schema/layers/noiseInjection.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { NoiseInjectionLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/noiseInjection.schema.json",
  "title": "NoiseInjectionLayer",
  "type": "object",
  "description": "Adds normal noise, one number for each pixel, times a trained strength that is 0 at first: what of an image is left to chance. Draws noise when sampling, too.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "noiseInjection"
    },
    "perChannel": {
      "type": "boolean",
      "default": true,
      "description": "Whether each channel has a strength of its own, as in StyleGAN, or all share one, as in StyleGAN2."
    },
    "strengthInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "How the strength is filled before training."
    }
  },
  "examples": [
    {
      "type": "noiseInjection"
    },
    {
      "type": "noiseInjection",
      "perChannel": false,
      "strengthInitializer": "ones"
    }
  ]
};
