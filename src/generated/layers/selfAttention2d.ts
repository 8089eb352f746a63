// Generated from schema/layers/selfAttention2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { SelfAttention2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/selfAttention2d.schema.json",
  "title": "SelfAttention2DLayer",
  "type": "object",
  "description": "Self-attention over the pixels of an image, added to it with a trained weight that is 0 at first.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "selfAttention2d"
    },
    "reduction": {
      "type": "integer",
      "minimum": 1,
      "default": 8,
      "description": "How many times fewer channels the attention works with; it divides the number of channels."
    },
    "kernelInitializer": {
      "entry": "initializer",
      "default": "glorotNormal",
      "description": "How the four 1 x 1 kernels are filled before training."
    },
    "gammaInitializer": {
      "entry": "initializer",
      "default": "zeros",
      "description": "How the weight gamma is filled before training."
    }
  },
  "examples": [
    {
      "type": "selfAttention2d"
    },
    {
      "type": "selfAttention2d",
      "reduction": 2,
      "gammaInitializer": "ones"
    }
  ]
};
