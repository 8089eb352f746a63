// Generated from schema/losses/fDivergence.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { FDivergenceLoss } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "losses/fDivergence.schema.json",
  "title": "FDivergenceLoss",
  "type": "object",
  "description": "Variational bound of an f-divergence between real and generated samples, on raw scores, also known as f-GAN.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "fDivergence"
    },
    "divergence": {
      "type": "string",
      "enum": [
        "kl",
        "reverseKl",
        "pearson",
        "squaredHellinger",
        "jensenShannon",
        "totalVariation"
      ],
      "default": "jensenShannon",
      "description": "Divergence of the data from the generated distribution: Kullback-Leibler, the same the other way round, Pearson χ², squared Hellinger, Jensen-Shannon or total variation."
    },
    "generator": {
      "type": "string",
      "enum": [
        "minimax",
        "nonSaturating"
      ],
      "default": "minimax",
      "description": "Whether the generator minimises the bound itself, or maximises what the discriminator makes of its samples, whose gradient does not vanish while the discriminator wins."
    }
  },
  "examples": [
    {
      "type": "fDivergence",
      "divergence": "kl"
    },
    {
      "type": "fDivergence",
      "divergence": "reverseKl"
    },
    {
      "type": "fDivergence",
      "divergence": "pearson"
    },
    {
      "type": "fDivergence",
      "divergence": "squaredHellinger"
    },
    {
      "type": "fDivergence",
      "divergence": "jensenShannon"
    },
    {
      "type": "fDivergence",
      "divergence": "totalVariation"
    },
    {
      "type": "fDivergence",
      "divergence": "kl",
      "generator": "nonSaturating"
    },
    {
      "type": "fDivergence",
      "divergence": "reverseKl",
      "generator": "nonSaturating"
    }
  ]
};
