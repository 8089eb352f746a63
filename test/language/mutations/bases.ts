/** Specs that nothing is wrong with, for mutations of one place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Points, most training options, most kinds of entries. */
const points = `{
  "version": 1,
  "name": "points",
  "data": { "type": "ring", "modes": 8, "radius": 1 },
  "latent": { "dim": 8, "distribution": "uniform" },
  "generator": {
    "layers": [
      { "type": "dense", "name": "stem", "units": 16, "kernelInitializer": "heNormal" },
      { "type": "batchNorm", "momentum": 0.9 },
      { "type": "leakyReLU", "name": "leaky", "alpha": 0.2 },
      { "type": "dense", "name": "side", "units": 16, "input": "stem" },
      { "type": "add", "name": "sum", "input": ["leaky", "side"] },
      { "type": "dense", "units": 2 }
    ]
  },
  "discriminator": {
    "layers": [
      { "type": "dense", "name": "first", "units": 16, "spectralNorm": true, "activation": "relu" },
      { "type": "dropout", "rate": 0.3 },
      { "type": "dense", "units": 1 }
    ]
  },
  "loss": { "type": "hinge", "margin": 1 },
  "penalties": [
    { "type": "r1", "name": "smooth", "weight": 10, "every": 4 },
    { "type": "featureMatching", "layer": "first" }
  ],
  "optimizers": {
    "generator": { "type": "adam", "learningRate": 0.001, "beta1": 0.5 },
    "discriminator": {
      "type": "sgd",
      "learningRate": { "type": "linear", "from": 0.01, "to": 0.001, "steps": 500 },
      "momentum": 0.5
    }
  },
  "training": {
    "batchSize": 32,
    "steps": 500,
    "update": "alternating",
    "first": "discriminator",
    "discriminatorSteps": 2,
    "generatorSteps": 1,
    "gradientAccumulation": 1,
    "realBatches": "fresh",
    "latents": "fresh",
    "packing": 2,
    "syncBatchNorm": false,
    "topK": { "type": "linear", "from": 1, "to": 0.5, "steps": 500 },
    "ema": { "decay": 0.99, "start": 10 },
    "gradientClip": { "by": "norm", "limit": 5 },
    "instanceNoise": 0.1,
    "seed": 7
  },
  "monitor": { "logEvery": 10, "sampleEvery": 100, "sampleCount": 16 }
}
`;

/** Images with classes, convolutions, augmentation. */
const images = `{
  "data": { "type": "shapes", "shapes": ["circle", "square"], "size": 16, "channels": 3 },
  "latent": { "dim": 16 },
  "labels": {
    "generator": "conditionalBatchNorm",
    "discriminator": "projection",
    "embedding": 4,
    "features": "pooled",
    "codes": { "categorical": [4], "continuous": 2, "layers": ["leakyReLU"] }
  },
  "generator": {
    "layers": [
      { "type": "dense", "units": 256 },
      { "type": "reshape", "shape": [4, 4, 16] },
      { "type": "batchNorm" },
      { "type": "conv2dTranspose", "filters": 16, "kernelSize": 4, "strides": 2, "padding": "same" },
      { "type": "groupNorm", "groups": 4 },
      { "type": "upSampling2d", "size": 2, "interpolation": "nearest" },
      { "type": "conv2d", "filters": 3, "kernelSize": 3, "activation": "tanh" }
    ]
  },
  "discriminator": {
    "layers": [
      { "type": "conv2d", "filters": 16, "kernelSize": 5, "strides": 2, "padding": "valid" },
      { "type": "leakyReLU", "alpha": 0.2 },
      { "type": "selfAttention2d", "reduction": 8 },
      { "type": "maxPooling2d", "poolSize": 2 },
      { "type": "globalSumPooling", "name": "pooled" },
      { "type": "dense", "units": 1 }
    ]
  },
  "loss": "nonSaturating",
  "penalties": [{ "type": "consistency", "mode": "bcr", "shift": 2 }],
  "training": {
    "batchSize": 16,
    "steps": 100,
    "augment": { "policy": ["color", "translation"], "probability": 0.8, "target": 0.6 }
  }
}
`;

/** Parameters, expressions, blocks, repeats and residuals. */
const structure = `{
  "parameters": { "width": 32, "depth": 2, "half": "=width / 2" },
  "blocks": {
    "lift": {
      "parameters": { "units": 8 },
      "layers": [{ "type": "dense", "units": "=units" }, "relu"]
    },
    "deep": {
      "layers": [{ "type": "block", "block": "lift", "with": { "units": "=width" } }]
    }
  },
  "data": "ring",
  "latent": { "dim": 8 },
  "generator": {
    "layers": [
      { "type": "block", "block": "deep" },
      { "type": "repeat", "times": "=depth", "layers": [{ "type": "dense", "units": "=width" }] },
      { "type": "residual", "layers": [{ "type": "dense", "units": "=half * 2" }, "relu"] },
      { "type": "dense", "units": 2 }
    ]
  },
  "discriminator": {
    "layers": [
      { "type": "block", "block": "lift", "name": "head", "with": { "units": "=min(width, 64)" } },
      { "type": "dense", "units": 1, "input": "head" }
    ]
  },
  "loss": "leastSquares",
  "training": { "batchSize": "=2 ^ 5", "steps": 100 }
}
`;

/** A spec that builds on another, with data of its own. */
const built = `{
  "extends": "./net.json",
  "data": { "type": "csv", "file": "table.csv", "categorical": ["colour"] },
  "training": { "batchSize": 2, "steps": 10 }
}
`;

const presets = join(import.meta.dirname, '../../../presets');

const dcgan = readFileSync(join(presets, 'dcgan-mnist.json'), 'utf8');
const wganGp = readFileSync(join(presets, 'wgan-gp-mnist.json'), 'utf8');

export const bases = { dcgan, wganGp, points, images, structure, built };
