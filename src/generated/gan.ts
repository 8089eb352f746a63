// Generated from schema/gan.schema.json by `npm run codegen`; do not edit.
import type { JsonSchema } from '../registry/schema.js';

export const schema: JsonSchema = {
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "GanSpec",
  "description": "A generative adversarial network and how to train it.",
  "type": "object",
  "additionalProperties": false,
  "if": {
    "required": [
      "extends"
    ]
  },
  "else": {
    "required": [
      "data",
      "generator",
      "discriminator"
    ]
  },
  "properties": {
    "$schema": {
      "type": "string",
      "description": "Address of this schema, for editors; never fetched.",
      "examples": [
        "../schema/v1.json"
      ]
    },
    "version": {
      "const": 1,
      "default": 1,
      "description": "Major version of the language.",
      "examples": [
        1
      ]
    },
    "name": {
      "type": "string",
      "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$",
      "default": "gan",
      "description": "Short name; runs are kept in a folder of that name. Letters, digits, dots, dashes and underscores.",
      "examples": [
        "dcgan-mnist"
      ]
    },
    "description": {
      "type": "string",
      "description": "What this GAN is, in a sentence or two.",
      "examples": [
        "Two small dense networks that learn eight points on a ring."
      ]
    },
    "reference": {
      "title": "Reference",
      "type": "object",
      "description": "Where the settings come from, and what differs.",
      "properties": {
        "paper": {
          "type": "string",
          "description": "Authors, year and arXiv number."
        },
        "url": {
          "type": "string",
          "description": "Address of the paper or of its code."
        },
        "note": {
          "type": "string",
          "description": "What differs from the paper."
        }
      },
      "additionalProperties": {
        "type": "string"
      },
      "examples": [
        {
          "paper": "arXiv:1511.06434",
          "note": "layer sizes of the TensorFlow DCGAN tutorial"
        }
      ]
    },
    "extends": {
      "type": "string",
      "minLength": 1,
      "description": "Name of a preset or relative path of a spec that this one is merged into (JSON Merge Patch: objects merge, anything else replaces, null deletes).",
      "examples": [
        "dcgan-mnist",
        "./base.json"
      ]
    },
    "data": {
      "entry": "dataset",
      "description": "What the discriminator is shown as real.",
      "examples": [
        "mnist"
      ]
    },
    "latent": {
      "title": "Latent",
      "type": "object",
      "description": "The random vector that the generator turns into a sample.",
      "additionalProperties": false,
      "default": {},
      "properties": {
        "dim": {
          "type": "integer",
          "minimum": 1,
          "default": 100,
          "description": "Numbers in one latent vector.",
          "examples": [
            100
          ]
        },
        "distribution": {
          "enum": [
            "normal",
            "uniform"
          ],
          "default": "normal",
          "description": "Each number is drawn from the standard normal distribution, or uniformly from [-1, 1).",
          "examples": [
            "uniform"
          ]
        }
      },
      "examples": [
        {
          "dim": 64
        }
      ]
    },
    "labels": {
      "description": "How the networks are told the class of a sample; null for a GAN without classes.",
      "default": null,
      "anyOf": [
        {
          "$ref": "#/definitions/Labels"
        },
        {
          "type": "null"
        }
      ],
      "examples": [
        {
          "generator": "concat",
          "discriminator": "concat"
        }
      ]
    },
    "generator": {
      "description": "The network that turns latent vectors into samples.",
      "allOf": [
        {
          "$ref": "#/definitions/Network"
        }
      ],
      "examples": [
        {
          "layers": [
            {
              "type": "dense",
              "units": 2
            }
          ]
        }
      ]
    },
    "discriminator": {
      "description": "The network that gives each sample one raw score.",
      "allOf": [
        {
          "$ref": "#/definitions/Network"
        }
      ],
      "examples": [
        {
          "layers": [
            "flatten",
            {
              "type": "dense",
              "units": 1
            }
          ]
        }
      ]
    },
    "loss": {
      "entry": "loss",
      "default": "nonSaturating",
      "description": "What the two networks minimise.",
      "examples": [
        "hinge"
      ]
    },
    "penalties": {
      "type": "array",
      "items": {
        "entry": "penalty"
      },
      "default": [],
      "description": "Terms added to the discriminator's loss, and limits on its parameters.",
      "examples": [
        [
          "gradientPenalty"
        ]
      ]
    },
    "optimizers": {
      "title": "Optimizers",
      "type": "object",
      "description": "How the parameters of each network are updated.",
      "additionalProperties": false,
      "default": {},
      "properties": {
        "generator": {
          "entry": "optimizer",
          "default": "adam",
          "description": "Updates the generator.",
          "examples": [
            "adam"
          ]
        },
        "discriminator": {
          "entry": "optimizer",
          "default": "adam",
          "description": "Updates the discriminator.",
          "examples": [
            "adam"
          ]
        }
      },
      "examples": [
        {
          "generator": "adam",
          "discriminator": "adam"
        }
      ]
    },
    "training": {
      "description": "How long to train, and in which order.",
      "allOf": [
        {
          "$ref": "#/definitions/Training"
        }
      ],
      "default": {},
      "examples": [
        {
          "batchSize": 64,
          "steps": 2000
        }
      ]
    },
    "monitor": {
      "title": "Monitor",
      "type": "object",
      "description": "What is written down while training goes on.",
      "additionalProperties": false,
      "default": {},
      "properties": {
        "logEvery": {
          "type": "integer",
          "minimum": 1,
          "default": 50,
          "description": "Iterations between two lines of the log.",
          "examples": [
            10
          ]
        },
        "sampleEvery": {
          "type": "integer",
          "minimum": 0,
          "default": 500,
          "description": "Iterations between two sample grids; 0 for one at the end only.",
          "examples": [
            0,
            250
          ]
        },
        "sampleCount": {
          "type": "integer",
          "minimum": 1,
          "maximum": 4096,
          "default": 64,
          "description": "Samples in one grid, always of the same latent vectors.",
          "examples": [
            100
          ]
        }
      },
      "examples": [
        {
          "logEvery": 10
        }
      ]
    }
  },
  "definitions": {
    "Network": {
      "title": "Network",
      "type": "object",
      "description": "A network as a list of layers; each reads the one before it unless it says otherwise, and the last one is the output.",
      "required": [
        "layers"
      ],
      "additionalProperties": false,
      "properties": {
        "layers": {
          "type": "array",
          "minItems": 1,
          "items": {
            "entry": "layer"
          },
          "description": "Layers in order; a bare name is a layer with its defaults.",
          "examples": [
            [
              "flatten",
              {
                "type": "dense",
                "units": 1
              }
            ]
          ]
        }
      }
    },
    "Labels": {
      "title": "Labels",
      "type": "object",
      "description": "How each network takes the class.",
      "additionalProperties": false,
      "properties": {
        "generator": {
          "enum": [
            "concat"
          ],
          "default": "concat",
          "description": "`concat` appends the class, one-hot, to the latent vector.",
          "examples": [
            "concat"
          ]
        },
        "discriminator": {
          "enum": [
            "concat"
          ],
          "default": "concat",
          "description": "`concat` appends the class, one-hot, to the sample; for images as one constant map per class.",
          "examples": [
            "concat"
          ]
        }
      }
    },
    "Training": {
      "title": "Training",
      "type": "object",
      "description": "How long to train, and in which order.",
      "additionalProperties": false,
      "properties": {
        "batchSize": {
          "type": "integer",
          "minimum": 1,
          "default": 64,
          "description": "Real samples, and generated ones, per update.",
          "examples": [
            64,
            128
          ]
        },
        "steps": {
          "type": "integer",
          "minimum": 1,
          "default": 1000,
          "description": "Iterations; each updates the generator once.",
          "examples": [
            2000
          ]
        },
        "update": {
          "enum": [
            "alternating",
            "simultaneous"
          ],
          "default": "alternating",
          "description": "`alternating`: one network after the other, the second against the first as updated. `simultaneous`: both from one forward pass.",
          "examples": [
            "simultaneous"
          ]
        },
        "first": {
          "enum": [
            "discriminator",
            "generator"
          ],
          "default": "discriminator",
          "description": "Which network an alternating iteration updates first.",
          "examples": [
            "generator"
          ]
        },
        "discriminatorSteps": {
          "type": "integer",
          "minimum": 1,
          "default": 1,
          "description": "Discriminator updates per iteration, each on a new batch; more than 1 needs alternating updates.",
          "examples": [
            5
          ]
        },
        "ema": {
          "description": "Keeps a moving average of the generator, from which samples are drawn; null for none.",
          "default": null,
          "anyOf": [
            {
              "$ref": "#/definitions/Ema"
            },
            {
              "type": "null"
            }
          ],
          "examples": [
            {
              "decay": 0.999
            }
          ]
        },
        "gradientClip": {
          "description": "Limits the gradients of each network before its optimizer sees them; null for none.",
          "default": null,
          "anyOf": [
            {
              "$ref": "#/definitions/GradientClip"
            },
            {
              "type": "null"
            }
          ],
          "examples": [
            {
              "by": "norm",
              "limit": 1
            }
          ]
        },
        "instanceNoise": {
          "type": "number",
          "minimum": 0,
          "schedulable": true,
          "default": 0,
          "description": "Standard deviation of normal noise added to everything the discriminator sees.",
          "examples": [
            0.1,
            {
              "type": "linear",
              "from": 0.1,
              "to": 0,
              "steps": 1000
            }
          ]
        },
        "seed": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991,
          "default": 0,
          "description": "Fixes every random number of the run.",
          "examples": [
            7
          ]
        }
      }
    },
    "Ema": {
      "title": "Ema",
      "type": "object",
      "description": "Exponential moving average of the generator's parameters and running statistics.",
      "additionalProperties": false,
      "properties": {
        "decay": {
          "type": "number",
          "minimum": 0,
          "exclusiveMaximum": 1,
          "schedulable": true,
          "default": 0.999,
          "description": "Share of the old average kept at each generator update.",
          "examples": [
            0.999
          ]
        },
        "warmUp": {
          "type": "boolean",
          "default": true,
          "description": "Starts with a smaller decay: min(decay, (1 + i) / (10 + i)) at update i, counted from 0.",
          "examples": [
            false
          ]
        }
      }
    },
    "GradientClip": {
      "title": "GradientClip",
      "type": "object",
      "description": "A limit on gradients.",
      "required": [
        "limit"
      ],
      "additionalProperties": false,
      "properties": {
        "by": {
          "enum": [
            "norm",
            "value"
          ],
          "default": "norm",
          "description": "`norm`: all gradients of a network are scaled down together until their common Euclidean norm is at most `limit`. `value`: each number is cut to [-limit, limit].",
          "examples": [
            "value"
          ]
        },
        "limit": {
          "type": "number",
          "exclusiveMinimum": 0,
          "schedulable": true,
          "description": "Largest norm or value.",
          "examples": [
            1
          ]
        }
      }
    }
  }
};
