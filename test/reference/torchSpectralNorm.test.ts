/** Spectral normalization against numbers that PyTorch computed in float64; see torch_spectral_norm.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/oracle/interpret.js';
import { finiteDifferences } from '../../src/oracle/finiteDifferences.js';
import { resolvedLayer, weightsGraph } from '../program/recordedWeights.js';

interface Case {
  readonly layer: string;
  readonly kernel: readonly number[];
  readonly weights: readonly number[];
  readonly vector: readonly number[];
  readonly normalized: readonly number[];
  readonly nextVector: readonly number[];
  readonly gradient: readonly number[];
  readonly largestSingularValue: number;
}

const file = new URL('./spectralNorm.expected.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };

const points = [{ type: 'dense', units: 4 }];
const images = [
  { type: 'dense', units: 32 },
  { type: 'reshape', shape: [4, 4, 2] },
];
const options: Readonly<Record<string, object>> = {
  dense: { units: 3 },
  conv2d: { filters: 4, kernelSize: 3 },
  conv2dTranspose: { filters: 4, kernelSize: 3 },
  depthwiseConv2d: { kernelSize: 3, depthMultiplier: 2 },
};

function layerOf({ layer: type }: Case) {
  const config = { type, ...options[type], useBias: false, spectralNorm: true };
  return resolvedLayer(config, type === 'dense' ? points : images);
}

function expectNumbers(found: Float64Array | undefined, expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    expect(found?.[at]).toBeCloseTo(value, 9);
  });
}

/** The layer's state by name. */
function stateOf(each: Case, vector: readonly number[]): ReadonlyMap<string, Float64Array> {
  const [kernel, singular] = layerOf(each).parameters;
  return new Map([
    [kernel?.name ?? '', Float64Array.from(each.kernel)],
    [singular?.name ?? '', Float64Array.from(vector)],
  ]);
}

describe.each(cases)('spectralNorm of $layer', (each) => {
  const graph = weightsGraph(layerOf(each), each.weights);
  const feeds = stateOf(each, each.vector);

  it('agrees with one step of PyTorch, and so does its gradient', () => {
    const found = interpret(graph, feeds);
    expectNumbers(found.get('kernel'), each.normalized);
    expectNumbers(found.get('kernelSingularVector'), each.nextVector);
    expectNumbers(found.get('gradient'), each.gradient);
  });

  it('has a gradient that agrees with finite differences, both vectors held fixed', () => {
    expectNumbers(
      interpret(graph, feeds).get('gradient'),
      finiteDifferences(graph, 'y', 'kernel', feeds),
    );
  });

  it('divides by the largest singular value after many steps', () => {
    let vector = each.vector;
    let normalized: Float64Array | undefined;
    for (let step = 0; step < 100; step += 1) {
      const found = interpret(graph, stateOf(each, vector));
      vector = [...(found.get('kernelSingularVector') ?? [])];
      normalized = found.get('kernel');
    }
    expectNumbers(
      normalized,
      each.kernel.map((value) => value / each.largestSingularValue),
    );
  });
});
