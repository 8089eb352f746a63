// Generated from schema/layers/upSampling2d.schema.json by `npm run codegen`; do not edit.
import type { FragmentSchema } from '../../language/schema/fragment.js';
export type { UpSampling2DLayer } from '../spec.js';

export const schema: FragmentSchema = {
  "$id": "layers/upSampling2d.schema.json",
  "title": "UpSampling2DLayer",
  "type": "object",
  "description": "Enlarges images by whole factors.",
  "required": [
    "type"
  ],
  "additionalProperties": false,
  "properties": {
    "type": {
      "const": "upSampling2d"
    },
    "size": {
      "oneOf": [
        {
          "type": "integer",
          "minimum": 1
        },
        {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 1
          },
          "minItems": 2,
          "maxItems": 2
        }
      ],
      "default": 2,
      "description": "How many times higher and wider the output is; one number for both."
    },
    "interpolation": {
      "enum": [
        "nearest",
        "bilinear"
      ],
      "default": "nearest",
      "description": "`nearest` repeats each value; `bilinear` draws straight lines from centre to centre and goes on level beyond the outermost ones (PyTorch's align_corners=False)."
    }
  },
  "examples": [
    {
      "type": "upSampling2d"
    },
    {
      "type": "upSampling2d",
      "size": [
        1,
        3
      ]
    },
    {
      "type": "upSampling2d",
      "size": [
        2,
        3
      ],
      "interpolation": "bilinear"
    }
  ]
};
