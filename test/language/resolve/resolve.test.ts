import { afterEach, describe, expect, it, vi } from 'vitest';
import { network, resolveText, ringSpec } from './resolveText.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('resolve', () => {
  it('refuses a batch of more than the only sample', () => {
    const { text } = resolveText(ringSpec({ data: { type: 'noise', shape: [2], count: 1 } }));
    expect(text).toContain('a batch of 64 is more than the only sample of noise\n');
  });

  it('tells where data that are missing were looked for, and what is wrong besides', () => {
    vi.stubEnv('GANSPEC_DATA', '/data');
    const { text } = resolveText(
      ringSpec({
        data: { type: 'csv', file: 'people.csv' },
        penalties: [{ type: 'r1', name: 'loss' }],
      }),
    );
    expect(text).toBe(`spec.json:28:12 error GAN214: a penalty cannot be called "loss"
   28 |    "name": "loss"
      |            ^^^^^^
   note: every training step has something of that name itself
   hint: give it another "name"
spec.json:4:11 error GAN401: "people.csv" was not found (looked for people.csv, /data/people.csv)
    4 |   "file": "people.csv"
      |           ^^^^^^^^^^^^
   hint: put it there, or name the folder that its path starts from with --data-dir, or in the environment variable GANSPEC_DATA
`);
  });

  it('gives shapes, parameters and costs of every layer', () => {
    const { resolved, text } = resolveText(
      ringSpec({
        generator: network({ type: 'dense', units: 3, activation: 'relu' }, 'batchNorm', {
          type: 'dense',
          units: 2,
          useBias: false,
        }),
      }),
    );
    expect(text).toBe('');
    const layers = resolved?.networks.generator.layers ?? [];
    // By hand: 4 × 3 + 3 = 15; γ and β of 3 channels; 3 × 2 without bias. FLOPs of dense: 2 · in · out.
    expect(layers.map(({ parameterCount }) => parameterCount)).toEqual([15, 6, 6]);
    expect([layers[0]?.flops, layers[2]?.flops]).toEqual([24, 12]);
    expect(layers.map(({ outputShape }) => outputShape)).toEqual([[3], [3], [2]]);
    expect(layers.map(({ activationBytes }) => activationBytes)).toEqual([12, 12, 8]);
    expect(layers.map(({ acrossBatch }) => acrossBatch)).toEqual([false, true, false]);
    expect(layers.map(({ pointer }) => pointer)).toEqual([
      '/generator/layers/0',
      '/generator/layers/1',
      '/generator/layers/2',
    ]);
    expect(resolved?.networks.generator).toMatchObject({
      inputShape: [4],
      outputShape: [2],
      outputRange: [-Infinity, Infinity],
      parameterCount: 27,
      activationBytes: 32,
    });
  });

  it('initializes parameters through the registry', () => {
    const { resolved } = resolveText(
      ringSpec({
        generator: network({
          type: 'dense',
          units: 2,
          kernelInitializer: { type: 'randomNormal', stddev: 0.02 },
        }),
      }),
    );
    expect(resolved?.networks.generator.layers[0]?.parameters).toEqual([
      {
        name: 'kernel',
        shape: [4, 2],
        initial: { kind: 'normal', mean: 0, stddev: 0.02 },
        trainable: true,
      },
      { name: 'bias', shape: [2], initial: { kind: 'constant', value: 0 }, trainable: true },
    ]);
  });

  it('follows the names of a graph that branches and joins', () => {
    const { resolved, text } = resolveText(
      ringSpec({
        generator: network(
          { type: 'dense', units: 3, name: 'left' },
          { type: 'dense', units: 5, name: 'right', input: 'input' },
          { type: 'concat', input: ['left', 'right'] },
          { type: 'dense', units: 2 },
        ),
      }),
    );
    expect(text).toBe('');
    expect(resolved?.networks.generator.layers.map(({ outputShape }) => outputShape)).toEqual([
      [3],
      [5],
      [8],
      [2],
    ]);
  });

  it('refuses a layer that cannot work on its input, at the option that is to blame, once', () => {
    const { resolved, text } = resolveText(
      `{
  "data": "ring",
  "generator": { "layers": [
    { "type": "dense", "units": 12 },
    { "type": "reshape", "shape": [5, 5] },
    "flatten",
    { "type": "dense", "units": 2 } ] },
  "discriminator": { "layers": [{ "type": "dense", "units": 1 }] }
}`,
    );
    expect(resolved).toBeUndefined();
    expect(text).toBe(
      `spec.json:5:35 error GAN204: reshape to [5, 5] needs 25 values, but its input [12] has 12
    5 |     { "type": "reshape", "shape": [5, 5] },
      |                                   ^^^^^^
   hint: Let the layer before it give 25 values, or choose a shape of 12 values.
`,
    );
  });
});
