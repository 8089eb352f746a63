/** spectralNorm and equalizedLearningRate where a layer takes its weights. */
import { describe, expect, it } from 'vitest';
import type { GanSpec, Network } from '../../src/index.js';
import { interpret } from '../../src/oracle/interpret.js';
import { resolvedLayer, weightsGraph } from './recordedWeights.js';
import { prepareTiny, read, rounded } from './tinyGan.js';

describe('equalizedLearningRate', () => {
  const images = [
    { type: 'dense', units: 32 },
    { type: 'reshape', shape: [4, 4, 2] },
  ];

  it.each([
    ['dense', { units: 3 }, [], 2],
    ['conv2d', { filters: 4, kernelSize: 3 }, images, 3 * 3 * 2],
    // Its kernel is [height, width, out, in].
    ['conv2dTranspose', { filters: 4, kernelSize: 3 }, images, 3 * 3 * 2],
    ['depthwiseConv2d', { kernelSize: 3, depthMultiplier: 4 }, images, 3 * 3],
  ] as const)(
    'divides the kernel of %s by the root of its fan-in',
    (type, options, before, fanIn) => {
      const layer = resolvedLayer({ type, ...options, equalizedLearningRate: 0.25 }, before);
      const [kernel, bias] = layer.parameters;
      const size = (kernel?.shape ?? []).reduce((a, b) => a * b, 1);
      const ones = Array.from({ length: size }, () => 1);
      const found = interpret(
        weightsGraph(layer, ones),
        new Map([
          ['kernel', Float64Array.from(ones)],
          ['bias', new Float64Array(bias?.shape[0] ?? 0).fill(1)],
        ]),
      );
      // Constants of a graph are float32.
      const factor = Math.fround(0.25 / Math.sqrt(fanIn));
      const all = Array.from({ length: size }, () => factor);
      expect([...(found.get('kernel') ?? [])]).toEqual(all);
      expect([...(found.get('gradient') ?? [])]).toEqual(all);
      expect(new Set(found.get('bias'))).toEqual(new Set([0.25]));
    },
  );

  it('scales scores and steps alike', async () => {
    const changes: Partial<GanSpec> = {
      discriminator: { layers: [{ type: 'dense', units: 1, equalizedLearningRate: 0.5 }] },
    };
    const session = await prepareTiny(changes, {
      'discriminator/dense_0/kernel': [4, 8],
      'discriminator/dense_0/bias': [6],
      'generator/dense_0/bias': [1, 0],
    });
    const factor = 0.5 / Math.SQRT2;
    const found = await session.run('discriminator', { real: [1, 1, 1, 1], latent: [0, 0] });
    expect(found['realScore']).toBeCloseTo(12 * factor + 3, 5);
    expect(found['fakeScore']).toBeCloseTo(4 * factor + 3, 5);
    // The gradient of mean fake − mean real is (0, −1) in the weights as used, and factor times that in those kept.
    expect(rounded(await read(session, 'discriminator/dense_0/kernel'))).toEqual(
      rounded([4, 8 + factor]),
    );
    await session.dispose();
  });

  it('scales gains by the multiplier and leaves running statistics as they are', () => {
    const layer = resolvedLayer({
      type: 'batchNorm',
      input: ['input', 'input'],
      equalizedLearningRate: 0.5,
    });
    expect(layer.parameters.map(({ name, initial }) => [name, initial])).toEqual([
      ['gamma', { kind: 'constant', value: 2 }],
      ['beta', { kind: 'constant', value: 0 }],
      ['gammaKernel', { kind: 'normal', mean: 0, stddev: 2 }],
      ['betaKernel', { kind: 'normal', mean: 0, stddev: 2 }],
      ['movingMean', { kind: 'constant', value: 0 }],
      ['movingVariance', { kind: 'constant', value: 1 }],
    ]);
  });

  it('makes no difference under spectralNorm, which does not see the size of a kernel', () => {
    const kernel = Float64Array.of(1, 2, 3, -1, 0.5, 2);
    const state = new Map([
      ['kernel', kernel],
      ['bias', Float64Array.of(0, 0, 0)],
      ['kernelSingularVector', Float64Array.of(1, 0, 0)],
    ]);
    const normalized = (equalizedLearningRate: boolean) =>
      interpret(
        weightsGraph(
          resolvedLayer({ type: 'dense', units: 3, spectralNorm: true, equalizedLearningRate }),
          [...kernel],
        ),
        state,
      ).get('kernel') ?? [];
    const plain = [...normalized(false)];
    [...normalized(true)].forEach((value, at) => {
      expect(value).toBeCloseTo(plain[at] ?? NaN, 10);
    });
  });
});

describe('the singular vector of spectralNorm', () => {
  const vector = 'discriminator/dense_0/kernelSingularVector';
  const kernel = 'discriminator/dense_0/kernel';
  const layers: Network['layers'] = [
    { type: 'dense', name: 'dense_0', units: 2, spectralNorm: true, activation: 'softplus' },
    { type: 'dense', units: 1 },
  ];
  const state = {
    [kernel]: [2, 0, 0, 1],
    'discriminator/dense_0/bias': [0, 0],
    [vector]: [0.6, 0.8],
  };
  // W is the diagonal matrix of 2 and 1: v ∝ (1.2, 0.8), u ∝ W·v ∝ (2.4, 0.8) ∝ (3, 1); then (12, 1).
  const once = [3 / Math.sqrt(10), 1 / Math.sqrt(10)];
  const twice = [12 / Math.sqrt(145), 1 / Math.sqrt(145)];
  const held = { 'optimizer/discriminator/velocityRate': [0] };

  it('moves by one iteration in each update of its network, however many passes that has', async () => {
    const penalties = ['gradientPenalty', 'r1'] as const;
    const session = await prepareTiny(
      { discriminator: { layers }, penalties: [...penalties] },
      state,
    );
    await session.run('discriminator', held);
    expect(rounded(await read(session, vector))).toEqual(rounded(once));
    await session.run('generator');
    expect(rounded(await read(session, vector))).toEqual(rounded(once));
    await session.run('discriminator', held);
    expect(rounded(await read(session, vector))).toEqual(rounded(twice));
    await session.dispose();
  });

  it('stays while gradients are only added up, so that all of them are taken at the same weights', async () => {
    const session = await prepareTiny(
      { discriminator: { layers }, training: { gradientAccumulation: 3 } },
      state,
    );
    const feeds = { real: [1, 0, 0, 1], latent: [0, 0] };
    const found: (readonly number[])[] = [];
    const scores: unknown[] = [];
    for (let run = 0; run < 3; run += 1) {
      // The update itself, after which scores are others, is in the last run.
      const metrics = await session.run('discriminator', { ...feeds });
      found.push(rounded(await read(session, vector)));
      scores.push(metrics['realScore']);
    }
    expect(found).toEqual([[0.6, 0.8], [0.6, 0.8], rounded(once)]);
    expect(new Set(scores).size).toBe(1);
    await session.dispose();
  });

  it('is no parameter: the optimizer leaves it alone', async () => {
    const session = await prepareTiny({ discriminator: { layers } }, state);
    const names = [...(await session.readState()).keys()];
    expect(names.filter((name) => name.includes('SingularVector'))).toEqual([vector]);
    await session.dispose();
  });

  it('is found by the generator at rest without being moved', async () => {
    const name = 'generator/dense_0/kernelSingularVector';
    const session = await prepareTiny(
      {
        latent: { dim: 2 },
        generator: { layers: [{ type: 'dense', units: 2, spectralNorm: true }] },
      },
      { 'generator/dense_0/kernel': [2, 0, 0, 1], [name]: [0.6, 0.8] },
    );
    const before = await session.sample(2);
    const after = await session.sample(2);
    expect(after).toEqual(before);
    expect(rounded(await read(session, name))).toEqual([0.6, 0.8]);
    await session.dispose();
  });
});
