// Generated from schema/initializers/varianceScaling.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { VarianceScalingInitializer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "initializers/varianceScaling.schema.json",
  "title": "VarianceScalingInitializer",
  "type": "object",
  "description": "A distribution around zero whose variance is a scale divided by a fan of the parameter.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "varianceScaling"
    },
    "scale": {
      "type": "number",
      "exclusiveMinimum": 0,
      "default": 1,
      "description": "What the fan divides."
    },
    "mode": {
      "enum": [
        "fanIn",
        "fanOut",
        "fanAvg"
      ],
      "default": "fanIn",
      "description": "What divides the scale: the inputs of one output, the outputs of one input, or their mean."
    },
    "distribution": {
      "enum": [
        "truncatedNormal",
        "normal",
        "uniform"
      ],
      "default": "truncatedNormal",
      "description": "Of which kind the numbers are; truncation at two standard deviations does not change the variance."
    }
  },
  "examples": [
    {
      "type": "varianceScaling"
    },
    {
      "type": "varianceScaling",
      "scale": 2,
      "mode": "fanOut",
      "distribution": "normal"
    },
    {
      "type": "varianceScaling",
      "scale": 3,
      "mode": "fanAvg",
      "distribution": "uniform"
    }
  ]
};
