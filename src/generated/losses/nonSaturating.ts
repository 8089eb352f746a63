// Generated from schema/losses/nonSaturating.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { NonSaturatingLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/nonSaturating.schema.json",
  "title": "NonSaturatingLoss",
  "type": "object",
  "description": "The GAN loss in common use, on raw logits: both networks minimise a binary cross-entropy. Also known as logistic, softplus or BCE loss.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "nonSaturating"
    },
    "labelSmoothing": {
      "type": "number",
      "minimum": 0,
      "maximum": 0.5,
      "schedulable": true,
      "default": 0,
      "description": "One-sided label smoothing: real samples have the target 1 − labelSmoothing, generated ones keep 0."
    },
    "labelNoise": {
      "type": "number",
      "minimum": 0,
      "maximum": 0.5,
      "schedulable": true,
      "default": 0,
      "description": "Probability that the discriminator is shown a sample with the label of the other side, drawn for each sample. At 0.5 labels say nothing."
    }
  },
  "examples": [
    {
      "type": "nonSaturating"
    },
    {
      "type": "nonSaturating",
      "labelSmoothing": 0.1
    },
    {
      "type": "nonSaturating",
      "labelNoise": 0.05
    }
  ]
};
