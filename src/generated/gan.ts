// Generated from schema/gan.schema.json by `npm run codegen`; do not edit.
import type { JsonSchema } from '../language/schema/fragment.js';

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
      "otherNames": [
        "schemaVersion",
        "specVersion"
      ],
      "examples": [
        1
      ]
    },
    "name": {
      "type": "string",
      "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$",
      "default": "gan",
      "description": "Short name; runs are kept in a folder of that name. Letters, digits, dots, dashes and underscores.",
      "otherNames": [
        "title",
        "id",
        "runName",
        "experimentName",
        "projectName",
        "expName"
      ],
      "examples": [
        "dcgan-mnist"
      ]
    },
    "description": {
      "type": "string",
      "description": "What this GAN is, in a sentence or two.",
      "otherNames": [
        "desc",
        "about",
        "comment",
        "comments",
        "summary"
      ],
      "examples": [
        "Two small dense networks that learn eight points on a ring."
      ]
    },
    "reference": {
      "title": "Reference",
      "type": "object",
      "description": "Where the settings come from, and what differs.",
      "otherNames": [
        "citation",
        "cite",
        "source"
      ],
      "properties": {
        "paper": {
          "type": "string",
          "description": "Authors, year and arXiv number.",
          "otherNames": [
            "arxiv",
            "doi",
            "title"
          ]
        },
        "url": {
          "type": "string",
          "description": "Address of the paper or of its code.",
          "otherNames": [
            "link",
            "href"
          ]
        },
        "note": {
          "type": "string",
          "description": "What differs from the paper.",
          "otherNames": [
            "comment"
          ]
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
      "otherNames": [
        "base",
        "inherits",
        "inherit",
        "parent",
        "preset",
        "template",
        "basedOn",
        "from",
        "import",
        "imports"
      ],
      "examples": [
        "dcgan-mnist",
        "./base.json"
      ]
    },
    "parameters": {
      "type": "object",
      "propertyNames": {
        "pattern": "^[A-Za-z][A-Za-z0-9_]*$"
      },
      "additionalProperties": {
        "type": "number"
      },
      "description": "Numbers by name. Wherever a number stands, an expression of them may stand instead: a string that starts with `=`.",
      "otherNames": [
        "params",
        "variables",
        "vars",
        "constants",
        "hyperparameters",
        "hyperparams",
        "hparams"
      ],
      "examples": [
        {
          "size": 64,
          "filters": 32
        }
      ]
    },
    "blocks": {
      "type": "object",
      "propertyNames": {
        "pattern": "^[A-Za-z][A-Za-z0-9_]*$"
      },
      "additionalProperties": {
        "$ref": "#/definitions/Block"
      },
      "description": "Lists of layers by name, for layers of type `block`.",
      "otherNames": [
        "modules",
        "macros",
        "components"
      ],
      "examples": [
        {
          "up": {
            "layers": [
              "upSampling2d",
              "relu"
            ]
          }
        }
      ]
    },
    "data": {
      "entry": "dataset",
      "description": "What the discriminator is shown as real.",
      "otherNames": [
        "dataset",
        "dataloader",
        "trainData",
        "trainingData",
        "inputs"
      ],
      "examples": [
        "mnist"
      ]
    },
    "latent": {
      "title": "Latent",
      "type": "object",
      "description": "The random vector that the generator turns into a sample.",
      "otherNames": [
        "noise",
        "z",
        "latentSpace",
        "prior",
        "noiseVector"
      ],
      "additionalProperties": false,
      "default": {},
      "properties": {
        "dim": {
          "type": "integer",
          "minimum": 1,
          "default": 100,
          "description": "Numbers in one latent vector.",
          "otherNames": [
            "size",
            "zDim",
            "zSize",
            "latentDim",
            "latentSize",
            "noiseDim",
            "noiseSize",
            "nz",
            "dimension",
            "dimensions",
            "shape",
            "length",
            "units",
            "n"
          ],
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
          "otherValues": {
            "gaussian": "normal",
            "gauss": "normal",
            "standardNormal": "normal",
            "randn": "normal",
            "randomNormal": "normal",
            "rand": "uniform",
            "randomUniform": "uniform"
          },
          "otherNames": [
            "type",
            "prior",
            "kind",
            "noiseType",
            "dist"
          ],
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
      "description": "How the networks are told the class of a sample, and codes that the generator must express; null for neither.",
      "otherNames": [
        "conditioning",
        "condition",
        "conditional",
        "cond",
        "classConditional",
        "conditions",
        "classLabels",
        "numLabels",
        "y"
      ],
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
          "discriminator": "projection"
        }
      ]
    },
    "generator": {
      "description": "The network that turns latent vectors into samples.",
      "otherNames": [
        "g",
        "gen",
        "netG",
        "gNet",
        "generatorNetwork",
        "generatorModel",
        "decoder"
      ],
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
      "otherNames": [
        "d",
        "disc",
        "critic",
        "dis",
        "netD",
        "dNet",
        "discriminatorNetwork",
        "discriminatorModel"
      ],
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
      "otherNames": [
        "losses",
        "objective",
        "criterion",
        "adversarialLoss",
        "ganLoss",
        "lossFunction",
        "lossType",
        "ganType",
        "ganMode",
        "advLoss",
        "gLoss",
        "dLoss",
        "generatorLoss",
        "discriminatorLoss"
      ],
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
      "otherNames": [
        "regularizers",
        "regularizer",
        "regularization",
        "regularisation",
        "constraints",
        "auxiliaryLosses",
        "penalty"
      ],
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
      "otherNames": [
        "opt",
        "opts"
      ],
      "additionalProperties": false,
      "default": {},
      "properties": {
        "generator": {
          "entry": "optimizer",
          "default": "adam",
          "description": "Updates the generator.",
          "otherNames": [
            "g",
            "gen",
            "netG"
          ],
          "examples": [
            "adam"
          ]
        },
        "discriminator": {
          "entry": "optimizer",
          "default": "adam",
          "description": "Updates the discriminator.",
          "otherNames": [
            "d",
            "disc",
            "critic",
            "dis",
            "netD"
          ],
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
      "otherNames": [
        "train",
        "trainer",
        "fit",
        "trainingOptions",
        "trainOptions",
        "trainingConfig",
        "trainConfig"
      ],
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
      "otherNames": [
        "monitoring",
        "logging",
        "logger",
        "log",
        "callbacks",
        "callback",
        "sampling",
        "tensorboard",
        "wandb"
      ],
      "additionalProperties": false,
      "default": {},
      "properties": {
        "logEvery": {
          "type": "integer",
          "minimum": 1,
          "default": 50,
          "description": "Iterations between two lines of the log.",
          "otherNames": [
            "logInterval",
            "logFreq",
            "logSteps",
            "printEvery",
            "printFreq",
            "printInterval",
            "displayFreq",
            "displayInterval",
            "logIter",
            "verbose",
            "loggingSteps",
            "logEveryNSteps"
          ],
          "examples": [
            10
          ]
        },
        "sampleEvery": {
          "type": "integer",
          "minimum": 0,
          "default": 500,
          "description": "Iterations between two sample grids; 0 for one at the end only.",
          "otherNames": [
            "sampleInterval",
            "sampleFreq",
            "sampleSteps",
            "imageInterval",
            "snapshotInterval",
            "visEvery",
            "visFreq",
            "previewEvery",
            "plotEvery",
            "imageFreq",
            "imageEvery",
            "visualizeEvery",
            "saveImageFreq",
            "saveSampleEvery"
          ],
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
          "otherNames": [
            "samples",
            "numSamples",
            "nSamples",
            "previewCount",
            "numImages",
            "sampleSize"
          ],
          "examples": [
            100
          ]
        },
        "metrics": {
          "type": "array",
          "items": {
            "entry": "metric"
          },
          "default": [],
          "description": "Metrics that `ganspec evaluate` measures generated samples by, in place of all that fit the data, and training every `metricsEvery` iterations.",
          "otherNames": [
            "evaluation",
            "eval",
            "evalMetrics",
            "metric",
            "evaluate"
          ],
          "examples": [
            [
              "frechetDistance",
              {
                "type": "precision",
                "samples": 1000
              }
            ]
          ]
        },
        "metricsEvery": {
          "type": "integer",
          "minimum": 0,
          "default": 0,
          "description": "Iterations between two measurements of `metrics` during training, which waits for them; 0 for none.",
          "otherNames": [
            "evalEvery",
            "evalInterval",
            "evalFreq",
            "evalSteps",
            "evaluateEvery",
            "fidEvery",
            "metricInterval"
          ],
          "examples": [
            1000
          ]
        },
        "checkpoint": {
          "title": "Checkpointing",
          "type": "object",
          "description": "When the whole state of a run is kept, so that the run can go on after it was stopped or killed; it is kept at the end of a run, too.",
          "otherNames": [
            "checkpoints",
            "checkpointing",
            "saving",
            "save",
            "modelCheckpoint",
            "ckpt"
          ],
          "additionalProperties": false,
          "default": {},
          "properties": {
            "every": {
              "type": "integer",
              "minimum": 0,
              "default": 500,
              "description": "Iterations between two checkpoints; 0 for none by iterations.",
              "otherNames": [
                "steps",
                "interval",
                "freq",
                "frequency",
                "saveEvery",
                "saveFreq",
                "saveInterval",
                "checkpointEvery",
                "checkpointInterval",
                "saveSteps",
                "everyNTrainSteps"
              ],
              "examples": [
                1000,
                0
              ]
            },
            "minutes": {
              "type": "number",
              "minimum": 0,
              "default": 1,
              "description": "Minutes between two checkpoints; 0 for none by time.",
              "otherNames": [
                "everyMinutes",
                "time",
                "trainTimeInterval",
                "saveMinutes"
              ],
              "examples": [
                10,
                0
              ]
            },
            "keep": {
              "type": "integer",
              "minimum": 1,
              "default": 2,
              "description": "Number of checkpoints to keep: the newest; older ones are removed.",
              "otherNames": [
                "maxToKeep",
                "saveTopK",
                "keepLast",
                "saveTotalLimit",
                "keepCheckpointMax",
                "last"
              ],
              "examples": [
                5
              ]
            },
            "best": {
              "type": [
                "string",
                "null"
              ],
              "default": null,
              "description": "Metric among `monitor.metrics` of which the checkpoint with the best value is kept as well, whatever its age.",
              "otherNames": [
                "monitorMetric",
                "saveBest",
                "bestMetric",
                "metricForBestModel"
              ],
              "examples": [
                "frechetDistance"
              ]
            }
          },
          "examples": [
            {
              "every": 1000,
              "minutes": 10,
              "keep": 3
            }
          ]
        },
        "health": {
          "description": "Signs of a run that goes wrong, and what is done at each.",
          "otherNames": [
            "healthChecks",
            "checks",
            "alarms"
          ],
          "default": {},
          "$ref": "#/definitions/Health"
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
    "Block": {
      "title": "Block",
      "type": "object",
      "description": "Layers that are written once and used in several places.",
      "required": [
        "layers"
      ],
      "additionalProperties": false,
      "properties": {
        "parameters": {
          "type": "object",
          "propertyNames": {
            "pattern": "^[A-Za-z][A-Za-z0-9_]*$"
          },
          "additionalProperties": {
            "type": "number"
          },
          "default": {},
          "description": "Numbers for expressions inside, where a use does not give others in `with`.",
          "examples": [
            {
              "filters": 64
            }
          ]
        },
        "layers": {
          "type": "array",
          "minItems": 1,
          "items": {
            "entry": "layer"
          },
          "description": "Layers in order.",
          "examples": [
            [
              "upSampling2d",
              "relu"
            ]
          ]
        }
      }
    },
    "Health": {
      "title": "Health",
      "type": "object",
      "description": "Signs of a run that goes wrong, and what is done at each: `warn` reports it, `stop` ends the run with exit code 5, `rollback` goes back to the last healthy state: the newest that is kept (whenever a checkpoint is due) and after which no rule with this action has seen anything for as long as its sign takes.",
      "additionalProperties": false,
      "properties": {
        "nonFinite": {
          "title": "NonFinite",
          "type": "object",
          "description": "A loss, a score or another metric is NaN or infinite after an iteration, or a weight is when the state is to be kept. It can be neither \"off\" nor \"warn\": every number after a NaN is NaN, too, so that nothing can go on from there.",
          "otherNames": [
            "nan",
            "nans",
            "terminateOnNan",
            "detectAnomaly"
          ],
          "additionalProperties": false,
          "default": {},
          "properties": {
            "action": {
              "enum": [
                "stop",
                "rollback"
              ],
              "default": "stop",
              "description": "What is done.",
              "examples": [
                "rollback"
              ]
            }
          },
          "examples": [
            {
              "action": "rollback"
            }
          ]
        },
        "explodingScores": {
          "title": "ExplodingScores",
          "type": "object",
          "description": "The mean score of the real or the generated samples of a batch is beyond a limit.",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "action": {
              "enum": [
                "off",
                "warn",
                "stop",
                "rollback"
              ],
              "default": "warn",
              "description": "What is done.",
              "examples": [
                "stop"
              ]
            },
            "limit": {
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 10000,
              "description": "Largest distance of a mean score from 0.",
              "otherNames": [
                "threshold",
                "max"
              ],
              "examples": [
                1000
              ]
            }
          },
          "examples": [
            {
              "action": "stop",
              "limit": 1000
            }
          ]
        },
        "gradientNorms": {
          "title": "GradientNorms",
          "type": "object",
          "description": "The Euclidean norm of all gradients of a network together is outside of limits for ten iterations. Where this is not `off`, every step reports the norms.",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "action": {
              "enum": [
                "off",
                "warn",
                "stop",
                "rollback"
              ],
              "default": "off",
              "description": "What is done.",
              "examples": [
                "stop"
              ]
            },
            "min": {
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 1e-8,
              "description": "Smallest norm.",
              "examples": [
                0.000001
              ]
            },
            "max": {
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 10000,
              "description": "Largest norm.",
              "examples": [
                100
              ]
            }
          },
          "examples": [
            {
              "action": "stop"
            }
          ]
        },
        "saturation": {
          "title": "Saturation",
          "type": "object",
          "description": "The loss of the discriminator is all but 0, and real scores are above generated ones, for many iterations.",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "action": {
              "enum": [
                "off",
                "warn",
                "stop",
                "rollback"
              ],
              "default": "warn",
              "description": "What is done.",
              "examples": [
                "stop"
              ]
            },
            "limit": {
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 0.01,
              "description": "Loss below which the discriminator makes no mistakes.",
              "examples": [
                0.1
              ]
            },
            "patience": {
              "type": "integer",
              "minimum": 1,
              "default": 200,
              "description": "Iterations in a row.",
              "examples": [
                1000
              ]
            }
          },
          "examples": [
            {
              "action": "stop"
            }
          ]
        },
        "modeCollapse": {
          "title": "ModeCollapse",
          "type": "object",
          "description": "Generated samples of a fixed batch are much more alike than samples of the data, in five looks in a row: the geometric mean of the distances between them is a small share of that of the data. The first ten looks are passed over.",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "action": {
              "enum": [
                "off",
                "warn",
                "stop",
                "rollback"
              ],
              "default": "warn",
              "description": "What is done.",
              "examples": [
                "stop"
              ]
            },
            "limit": {
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 0.2,
              "description": "Smallest share.",
              "examples": [
                0.3
              ]
            },
            "every": {
              "type": "integer",
              "minimum": 1,
              "default": 100,
              "description": "Iterations between two looks.",
              "examples": [
                500
              ]
            }
          },
          "examples": [
            {
              "action": "stop"
            }
          ]
        },
        "stalledLoss": {
          "title": "StalledLoss",
          "type": "object",
          "description": "Both losses stay at the same numbers from batch to batch.",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "action": {
              "enum": [
                "off",
                "warn",
                "stop",
                "rollback"
              ],
              "default": "warn",
              "description": "What is done.",
              "examples": [
                "stop"
              ]
            },
            "limit": {
              "type": "number",
              "exclusiveMinimum": 0,
              "default": 0.00001,
              "description": "Largest change, as a share of the loss.",
              "examples": [
                0.001
              ]
            },
            "patience": {
              "type": "integer",
              "minimum": 1,
              "default": 200,
              "description": "Iterations in a row.",
              "examples": [
                1000
              ]
            }
          },
          "examples": [
            {
              "action": "stop"
            }
          ]
        },
        "rollback": {
          "title": "Rollback",
          "type": "object",
          "description": "How a run goes back: to its last healthy state, with the learning rates of both networks multiplied by a factor.",
          "additionalProperties": false,
          "default": {},
          "properties": {
            "times": {
              "type": "integer",
              "minimum": 1,
              "default": 3,
              "description": "Times in a run; at the next sign it ends.",
              "otherNames": [
                "max",
                "limit",
                "retries"
              ],
              "examples": [
                1
              ]
            },
            "rate": {
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 1,
              "default": 0.5,
              "description": "Factor of the learning rates, each time.",
              "otherNames": [
                "factor",
                "rateFactor"
              ],
              "examples": [
                0.1
              ]
            }
          },
          "examples": [
            {
              "times": 1,
              "rate": 0.1
            }
          ]
        }
      },
      "examples": [
        {
          "nonFinite": {
            "action": "rollback"
          },
          "explodingScores": {
            "limit": 1000
          }
        }
      ]
    },
    "Network": {
      "title": "Network",
      "type": "object",
      "description": "A network as a list of layers; each reads the one before it unless it says otherwise, and the last one is the output.",
      "required": [
        "layers"
      ],
      "additionalProperties": false,
      "properties": {
        "kernelInitializer": {
          "anyOf": [
            {
              "entry": "initializer"
            },
            {
              "type": "null"
            }
          ],
          "default": null,
          "description": "How the kernels of all layers are filled before training that do not say so themselves. It takes the place of the layers' default `glorotNormal`; layers with a default of their own, as conditional batch normalization has it, keep that.",
          "otherNames": [
            "init",
            "initializer",
            "weightInit",
            "weightInitializer",
            "weightsInitializer",
            "wInit",
            "kernelInit",
            "defaultInitializer"
          ],
          "examples": [
            {
              "type": "randomNormal",
              "stddev": 0.02
            }
          ]
        },
        "layers": {
          "type": "array",
          "minItems": 1,
          "items": {
            "entry": "layer"
          },
          "description": "Layers in order; a bare name is a layer with its defaults.",
          "otherNames": [
            "modules",
            "model",
            "architecture",
            "sequential",
            "stack"
          ],
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
      "description": "Conditioning. Where classes are used, `labels` is also an input that any layer may read: the class of each sample, one-hot.",
      "additionalProperties": false,
      "properties": {
        "generator": {
          "enum": [
            "concat",
            "conditionalBatchNorm",
            null
          ],
          "default": null,
          "description": "`concat` appends the class to the latent vector. `conditionalBatchNorm` gives each class its own gamma and beta in every batchNorm layer. null: only layers that read `labels` see the class.",
          "otherNames": [
            "g",
            "gen"
          ],
          "examples": [
            "concat"
          ]
        },
        "discriminator": {
          "enum": [
            "concat",
            "projection",
            "auxiliary",
            null
          ],
          "default": null,
          "description": "`concat` appends the class to the sample, for images as constant maps. `projection` adds the inner product of a class vector and the features to the score. `auxiliary` lets a second head name the class (AC-GAN). null: only layers that read `labels` see the class.",
          "otherNames": [
            "d",
            "disc",
            "critic"
          ],
          "examples": [
            "projection"
          ]
        },
        "embedding": {
          "default": null,
          "anyOf": [
            {
              "type": "integer",
              "minimum": 1
            },
            {
              "type": "null"
            }
          ],
          "description": "Length of the trained vector that stands for a class in `concat` and `conditionalBatchNorm`; null for the one-hot class itself.",
          "otherNames": [
            "embeddingDim",
            "embedDim",
            "embeddingSize",
            "embed"
          ],
          "examples": [
            50
          ]
        },
        "features": {
          "default": null,
          "anyOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "null"
            }
          ],
          "description": "Layer of the discriminator whose output `projection`, `auxiliary` and codes read; null for what the layer reads whose weights make the score.",
          "otherNames": [
            "featureLayer",
            "layer"
          ],
          "examples": [
            "dense_0"
          ]
        },
        "auxiliary": {
          "description": "Terms of the auxiliary classifier.",
          "otherNames": [
            "acgan",
            "aux",
            "auxiliaryClassifier"
          ],
          "allOf": [
            {
              "$ref": "#/definitions/Auxiliary"
            }
          ],
          "default": {},
          "examples": [
            {
              "weight": 1
            }
          ]
        },
        "codes": {
          "description": "Numbers appended to the latent vector that a recognition network must find again in the sample (InfoGAN); null for none.",
          "otherNames": [
            "infogan",
            "latentCodes"
          ],
          "default": null,
          "anyOf": [
            {
              "$ref": "#/definitions/Codes"
            },
            {
              "type": "null"
            }
          ],
          "examples": [
            {
              "categorical": [
                10
              ],
              "continuous": 2
            }
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
          "description": "Real samples, and generated ones, in a batch; an update takes one, or several under `gradientAccumulation`.",
          "otherNames": [
            "batch",
            "bs",
            "minibatch",
            "minibatchSize",
            "samplesPerBatch",
            "trainBatchSize",
            "perDeviceTrainBatchSize",
            "perDeviceBatchSize",
            "batchSizePerGpu",
            "globalBatchSize"
          ],
          "examples": [
            64,
            128
          ]
        },
        "steps": {
          "type": "integer",
          "minimum": 1,
          "default": 1000,
          "description": "Iterations; each updates the discriminator `discriminatorSteps` times and the generator `generatorSteps` times.",
          "otherNames": [
            "iterations",
            "iters",
            "iteration",
            "maxIter",
            "maxIters",
            "maxSteps",
            "numSteps",
            "nIter",
            "nIters",
            "trainSteps",
            "trainingSteps",
            "totalSteps",
            "totalIters",
            "stepCount"
          ],
          "convertedNames": {
            "epochs": "epochs",
            "epoch": "epochs",
            "numEpochs": "epochs",
            "nEpochs": "epochs",
            "maxEpochs": "epochs",
            "trainEpochs": "epochs",
            "totalEpochs": "epochs",
            "epochCount": "epochs",
            "kimg": "thousandImages",
            "totalKimg": "thousandImages",
            "nbEpochs": "epochs",
            "nbEpoch": "epochs"
          },
          "examples": [
            2000
          ]
        },
        "update": {
          "enum": [
            "alternating",
            "simultaneous",
            "extraGradient"
          ],
          "default": "alternating",
          "description": "`alternating`: one network after the other, the second against the first as updated. `simultaneous`: both from one forward pass. `extraGradient`: a simultaneous step to look ahead, then from where it started a step by the gradients found there (Gidel et al. 2019, arXiv:1802.10551).",
          "otherNames": [
            "updateMode",
            "updateRule"
          ],
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
          "otherNames": [
            "order",
            "firstUpdate",
            "startWith"
          ],
          "examples": [
            "generator"
          ]
        },
        "discriminatorSteps": {
          "type": "integer",
          "minimum": 1,
          "default": 1,
          "description": "Discriminator updates per iteration, each on a new batch; more than 1 needs alternating updates.",
          "otherNames": [
            "nCritic",
            "numCritic",
            "criticSteps",
            "criticIters",
            "criticIterations",
            "nDis",
            "numDis",
            "dSteps",
            "dIters",
            "discSteps",
            "discIters",
            "discriminatorIters",
            "discriminatorIterations",
            "nDiscriminator",
            "dStepsPerG",
            "discriminatorUpdates",
            "stepsPerGenerator",
            "k",
            "nDisc"
          ],
          "examples": [
            5
          ]
        },
        "generatorSteps": {
          "type": "integer",
          "minimum": 1,
          "default": 1,
          "description": "Generator updates per iteration, each on new latent vectors; more than 1 needs alternating updates.",
          "otherNames": [
            "nGen",
            "numGen",
            "gSteps",
            "gIters",
            "genSteps",
            "genIters",
            "generatorIters",
            "generatorIterations",
            "generatorUpdates"
          ],
          "examples": [
            2
          ]
        },
        "gradientAccumulation": {
          "type": "integer",
          "minimum": 1,
          "default": 1,
          "description": "Batches whose gradients are averaged for one update.",
          "otherNames": [
            "gradAccum",
            "accumulate",
            "accumulation",
            "accumulationSteps",
            "accumSteps",
            "accumulateGradBatches",
            "gradientAccumulationSteps",
            "numAccumulations"
          ],
          "examples": [
            4
          ]
        },
        "realBatches": {
          "enum": [
            "fresh",
            "repeated"
          ],
          "default": "fresh",
          "description": "Whether each of several discriminator updates of an iteration sees a new real batch, or all the same one.",
          "examples": [
            "repeated"
          ]
        },
        "latents": {
          "enum": [
            "fresh",
            "reused"
          ],
          "default": "fresh",
          "description": "Whether the generator's update draws new latent vectors, or takes those of the discriminator's last update.",
          "examples": [
            "reused"
          ]
        },
        "scoring": {
          "enum": [
            "apart",
            "together"
          ],
          "default": "apart",
          "description": "Whether the discriminator takes real and generated samples in a pass each, or in one batch. It matters where a layer mixes the samples of a batch.",
          "examples": [
            "together"
          ]
        },
        "packing": {
          "type": "integer",
          "minimum": 1,
          "default": 1,
          "description": "Samples that the discriminator sees at once, joined along the last axis (PacGAN: Lin et al. 2018, arXiv:1712.04086).",
          "otherNames": [
            "pac",
            "pack",
            "pacgan",
            "packSize"
          ],
          "examples": [
            2
          ]
        },
        "syncBatchNorm": {
          "type": "boolean",
          "default": false,
          "description": "Takes the statistics of `batchNorm` over the batches of all ranks, where `ganspec export --to pytorch` trains on several; else each rank takes its own. No effect in one process.",
          "otherNames": [
            "syncBn",
            "syncBN",
            "sync_bn",
            "crossReplicaBatchNorm"
          ],
          "examples": [
            true
          ]
        },
        "patchScores": {
          "type": "boolean",
          "default": false,
          "description": "Whether the discriminator scores each patch of a sample: it ends in one channel of any height and width, and losses are means over its places as well (PatchGAN: Isola et al. 2017, arXiv:1611.07004).",
          "otherNames": [
            "patchGAN",
            "patchDiscriminator",
            "patch",
            "patchLoss"
          ],
          "examples": [
            true
          ]
        },
        "topK": {
          "type": "number",
          "exclusiveMinimum": 0,
          "maximum": 1,
          "schedulable": true,
          "default": 1,
          "description": "Share of the generated samples, those with the highest scores, whose gradients reach the generator (Sinha et al. 2020, arXiv:2002.06224).",
          "otherNames": [
            "topKTraining",
            "k"
          ],
          "examples": [
            0.5,
            {
              "type": "linear",
              "from": 1,
              "to": 0.5,
              "steps": 1000
            }
          ]
        },
        "augment": {
          "description": "Random changes made to everything the discriminator sees, through which gradients flow; null for none.",
          "otherNames": [
            "augmentation",
            "augmentations",
            "dataAugmentation",
            "ada",
            "diffAug",
            "diffAugment",
            "augmentPipe"
          ],
          "otherValues": {
            "diffaugment": {
              "policy": [
                "color",
                "translation",
                "cutout"
              ]
            },
            "ada": {
              "policy": [
                "ada"
              ],
              "target": 0.6
            }
          },
          "default": null,
          "anyOf": [
            {
              "$ref": "#/definitions/Augment"
            },
            {
              "type": "null"
            }
          ],
          "examples": [
            {
              "policy": [
                "color",
                "translation",
                "cutout"
              ]
            }
          ]
        },
        "ema": {
          "description": "Keeps a moving average of the generator, from which samples are drawn; null for none.",
          "otherNames": [
            "movingAverage",
            "exponentialMovingAverage",
            "weightAveraging",
            "averaging",
            "polyak",
            "polyakAveraging",
            "swa",
            "modelAveraging",
            "gEma",
            "useEma"
          ],
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
          "otherNames": [
            "gradClip",
            "gradientClipping",
            "clipGrad",
            "clipGradients",
            "clipNorm",
            "gradClipNorm",
            "maxGradNorm",
            "clipGradNorm",
            "gradNormClip",
            "clip",
            "globalClipnorm"
          ],
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
          "description": "Standard deviation of normal noise added to everything the discriminator sees in training. Samples that a penalty makes of others get the noise of those.",
          "otherNames": [
            "inputNoise",
            "noiseStd",
            "noise",
            "discriminatorNoise",
            "noiseStddev"
          ],
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
          "otherNames": [
            "randomSeed",
            "rngSeed",
            "randomState",
            "manualSeed",
            "rng"
          ],
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
          "otherNames": [
            "beta",
            "momentum",
            "rate",
            "alpha"
          ],
          "examples": [
            0.999
          ]
        },
        "halfLife": {
          "default": null,
          "anyOf": [
            {
              "type": "number",
              "exclusiveMinimum": 0
            },
            {
              "type": "null"
            }
          ],
          "description": "Images after which half of an average is forgotten; takes the place of `decay`, which is then 0.5^(images of an update / halfLife).",
          "otherNames": [
            "halflife",
            "halfLifeImages"
          ],
          "examples": [
            10000
          ]
        },
        "rampUp": {
          "default": null,
          "anyOf": [
            {
              "type": "number",
              "exclusiveMinimum": 0
            },
            {
              "type": "null"
            }
          ],
          "description": "The half-life is at most this share of the images so far, such as StyleGAN2's 0.05.",
          "otherNames": [
            "emaRampup",
            "rampup"
          ],
          "examples": [
            0.05
          ]
        },
        "warmUp": {
          "type": "boolean",
          "default": true,
          "description": "Starts with a smaller decay: min(decay, (1 + i) / (10 + i)) at update i, counted from 0.",
          "otherNames": [
            "ramp"
          ],
          "examples": [
            false
          ]
        },
        "start": {
          "type": "integer",
          "minimum": 0,
          "default": 0,
          "description": "Iteration from which averages are taken; before it they equal the generator.",
          "otherNames": [
            "startIter",
            "startStep",
            "begin",
            "from",
            "startAt"
          ],
          "examples": [
            1000
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
          "otherNames": [
            "mode",
            "type",
            "kind",
            "method"
          ],
          "examples": [
            "value"
          ]
        },
        "limit": {
          "type": "number",
          "exclusiveMinimum": 0,
          "schedulable": true,
          "description": "Largest norm or value.",
          "otherNames": [
            "maxNorm",
            "norm",
            "clipNorm",
            "value",
            "clipValue",
            "threshold",
            "max",
            "clip"
          ],
          "examples": [
            1
          ]
        }
      }
    },
    "Auxiliary": {
      "title": "Auxiliary",
      "type": "object",
      "description": "Cross-entropy of the class that the discriminator's second head names (Odena, Olah, Shlens 2017, arXiv:1610.09585). The discriminator's term is the sum of the means over real and over generated samples; code that averages the two has half of it.",
      "additionalProperties": false,
      "properties": {
        "discriminatorWeight": {
          "type": "number",
          "minimum": 0,
          "schedulable": true,
          "default": 1,
          "description": "Factor of the term in the discriminator's loss.",
          "otherNames": [
            "lambdaD"
          ],
          "examples": [
            1
          ]
        },
        "generatorWeight": {
          "type": "number",
          "minimum": 0,
          "schedulable": true,
          "default": 1,
          "description": "Factor of the term in the generator's loss.",
          "otherNames": [
            "lambdaG"
          ],
          "examples": [
            0.1
          ]
        },
        "fake": {
          "type": "boolean",
          "default": true,
          "description": "Whether the discriminator also learns the classes that generated samples were meant to be of, as in the paper.",
          "examples": [
            false
          ]
        }
      }
    },
    "Codes": {
      "title": "Codes",
      "type": "object",
      "description": "Latent codes with a meaning (Chen et al. 2016, arXiv:1606.03657). The recognition network reads the features of the discriminator and is trained with the generator.",
      "additionalProperties": false,
      "properties": {
        "categorical": {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 2
          },
          "default": [],
          "description": "Number of values of each categorical code, given to the generator one-hot.",
          "otherNames": [
            "discrete",
            "categories",
            "discreteCodes"
          ],
          "examples": [
            [
              10
            ]
          ]
        },
        "continuous": {
          "type": "integer",
          "minimum": 0,
          "default": 0,
          "description": "Number of continuous codes, uniform in [-1, 1).",
          "otherNames": [
            "continuousCodes",
            "numContinuous"
          ],
          "examples": [
            2
          ]
        },
        "categoricalWeight": {
          "type": "number",
          "minimum": 0,
          "schedulable": true,
          "default": 1,
          "description": "Factor of the cross-entropy of the categorical codes.",
          "examples": [
            1
          ]
        },
        "continuousWeight": {
          "type": "number",
          "minimum": 0,
          "schedulable": true,
          "default": 0.1,
          "description": "Factor of half the squared error of the continuous codes, their negative log-likelihood under a normal distribution of unit variance.",
          "examples": [
            0.1
          ]
        },
        "layers": {
          "type": "array",
          "items": {
            "entry": "layer"
          },
          "default": [],
          "description": "Hidden layers of the recognition network; its output layer is added to them.",
          "examples": [
            [
              {
                "type": "dense",
                "units": 128
              },
              "leakyReLU"
            ]
          ]
        }
      }
    },
    "Augment": {
      "title": "Augment",
      "type": "object",
      "description": "Differentiable augmentation of real and generated samples, in the updates of both networks (Zhao et al. 2020, arXiv:2006.10738; Karras et al. 2020, arXiv:2006.06676). Needs images.",
      "additionalProperties": false,
      "properties": {
        "policy": {
          "type": "array",
          "minItems": 1,
          "uniqueItems": true,
          "items": {
            "enum": [
              "flip",
              "rotate90",
              "translation",
              "brightness",
              "saturation",
              "contrast",
              "color",
              "cutout",
              "integerTranslation",
              "scale",
              "rotation",
              "anisotropicScale",
              "fractionalTranslation",
              "normalBrightness",
              "logNormalContrast",
              "lumaFlip",
              "hue",
              "logNormalSaturation",
              "ada"
            ]
          },
          "default": [
            "color",
            "translation",
            "cutout"
          ],
          "description": "What is done, in this order. `color` is brightness, saturation and contrast; `ada` is the whole pipeline of the paper on adaptive augmentation: flips, right angles, and all from `integerTranslation` to `logNormalSaturation`.",
          "otherNames": [
            "policies",
            "transforms",
            "transformations",
            "pipeline",
            "augmentations"
          ],
          "examples": [
            [
              "translation",
              "cutout"
            ],
            [
              "ada"
            ]
          ]
        },
        "strengths": {
          "$ref": "#/definitions/Strengths",
          "default": {},
          "description": "How far each change goes, by its name: a factor on the range in the table of changes.",
          "otherNames": [
            "ranges",
            "magnitudes",
            "intensities",
            "magnitude"
          ],
          "examples": [
            {
              "translation": 0.5,
              "cutout": 0.5
            }
          ]
        },
        "probability": {
          "type": "number",
          "minimum": 0,
          "maximum": 1,
          "schedulable": true,
          "default": 1,
          "description": "Chance of each change, for each sample; where `target` is given, the chance at the start.",
          "otherNames": [
            "p",
            "prob",
            "strength"
          ],
          "examples": [
            1
          ]
        },
        "target": {
          "default": null,
          "anyOf": [
            {
              "type": "number",
              "exclusiveMinimum": 0,
              "exclusiveMaximum": 1
            },
            {
              "type": "null"
            }
          ],
          "description": "Adapts the probability: it rises while the mean sign of the real samples' scores is above this, and falls while it is below (ADA); null leaves it as it is.",
          "otherNames": [
            "adaTarget",
            "rtTarget"
          ],
          "examples": [
            0.6
          ]
        },
        "images": {
          "type": "integer",
          "minimum": 1,
          "default": 500000,
          "description": "Images in which an adapted probability can go from 0 to 1.",
          "otherNames": [
            "adaImages",
            "adaptImages"
          ],
          "examples": [
            500000
          ]
        }
      }
    },
    "Strengths": {
      "title": "Strengths",
      "type": "object",
      "description": "How far each change of an augmentation goes, as a factor on the paper's range. `flip`, `rotate90` and `lumaFlip` have no range.",
      "additionalProperties": false,
      "properties": {
        "translation": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is an eighth of the size.",
          "examples": [
            0.5
          ]
        },
        "cutout": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is half of the height and width.",
          "examples": [
            0.5
          ]
        },
        "brightness": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is 0.5.",
          "examples": [
            0.5
          ]
        },
        "saturation": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is 1 around a factor of 1.",
          "examples": [
            0.5
          ]
        },
        "contrast": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is 0.5 around a factor of 1.",
          "examples": [
            0.5
          ]
        },
        "integerTranslation": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is an eighth of the size.",
          "examples": [
            0.5
          ]
        },
        "scale": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is a deviation of 0.2 in the exponent of 2.",
          "examples": [
            0.5
          ]
        },
        "rotation": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is half a turn.",
          "examples": [
            0.5
          ]
        },
        "anisotropicScale": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is a deviation of 0.2 in the exponent of 2.",
          "examples": [
            0.5
          ]
        },
        "fractionalTranslation": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is a deviation of an eighth of the size.",
          "examples": [
            0.5
          ]
        },
        "normalBrightness": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is a deviation of 0.2.",
          "examples": [
            0.5
          ]
        },
        "logNormalContrast": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is a deviation of 0.5 in the exponent of 2.",
          "examples": [
            0.5
          ]
        },
        "hue": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is half a turn.",
          "examples": [
            0.5
          ]
        },
        "logNormalSaturation": {
          "type": "number",
          "exclusiveMinimum": 0,
          "default": 1,
          "description": "1 is a deviation of 1 in the exponent of 2.",
          "examples": [
            0.5
          ]
        }
      }
    }
  }
};
