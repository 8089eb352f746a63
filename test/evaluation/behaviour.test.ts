/** Metrics of MNIST by the built-in classifier: real digits, digits of half the classes, copies, and noise. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tagged } from '../../src/entries/tagged.js';
import type { LoadedDataset } from '../../src/entries/dataset.js';
import { createCompiler } from '../../src/index.js';
import { drawInto } from '../../src/random/draw.js';
import type { Session } from '../../src/train/session.js';

const compiler = createCompiler();
const count = 1000;
const metrics = [
  ...['frechetDistance', 'kernelDistance', 'precision', 'recall', 'coverage', 'density'],
  ...['classHistogram', 'classifierScore', 'memorization'],
];
const gan = compiler.compile(
  compiler.read('gan-mnist', { set: [`monitor.metrics=${JSON.stringify(metrics)}`] }),
);

type Values = Readonly<Record<string, number>>;

/** Values of the metrics for samples of these numbers. */
async function valuesOf(
  samples: Readonly<Record<string, Float32Array>>,
): Promise<Map<string, Values>> {
  const dataset: LoadedDataset = await gan.openDataset();
  const evaluator = await gan.openEvaluator(dataset, { count, seed: 0 });
  const found = new Map<string, Values>();
  for (const [name, data] of Object.entries(samples)) {
    // A session is asked for its step and for samples.
    const session = {
      step: 0,
      sample: () => Promise.resolve({ dtype: 'float32', shape: [count, 28, 28, 1], data }),
    } as unknown as Session;
    const { metrics: results } = await evaluator.evaluate(session);
    const named = results.map(({ metric, value }: { metric: Tagged; value: number }) => {
      return [metric.type, value] as const;
    });
    found.set(name, Object.fromEntries(named));
    const floors = results.map(
      ({ metric, noiseFloor }) => [metric.type, noiseFloor.value] as const,
    );
    found.set('real', Object.fromEntries(floors));
  }
  await evaluator.dispose();
  return found;
}

/** Noise with the mean and the standard deviation of the pixels. */
function noise(): Float32Array {
  const pixels = new Float32Array(count * 784);
  const spread = { kind: 'normal', mean: -0.74, stddev: 0.6 } as const;
  drawInto(pixels, spread, [count, 784], { seed: 1, stream: 'noise', step: 0 });
  return pixels.map((value) => Math.min(1, Math.max(-1, value)));
}

describe('metrics of MNIST', () => {
  let values = new Map<string, Values>();
  const of = (name: string, metric: string): number => values.get(name)?.[metric] ?? NaN;

  beforeAll(async () => {
    const few = compiler.read('gan-mnist', {
      set: ['data.classes=[0,1,2,3,4]', 'data.split="test"'],
    });
    values = await valuesOf({
      half: (await compiler.compile(few).real(count, { seed: 7 })).data,
      copies: (await gan.real(count, { seed: 0 })).data,
      noise: noise(),
    });
  }, 60_000);

  it('of real digits are those of real digits', () => {
    expect(of('real', 'precision')).toBeGreaterThan(0.9);
    expect(of('real', 'recall')).toBeGreaterThan(0.9);
    // 1 − 2⁻⁵ on average.
    expect(of('real', 'coverage')).toBeGreaterThan(0.93);
    expect(of('real', 'classHistogram')).toBeLessThan(0.03);
    // 8.61 for a perfect classifier.
    expect(of('real', 'classifierScore')).toBeGreaterThan(8.2);
  });

  it('of five digits of ten show what is missing', () => {
    // p = 1/5 and q = 1/10: log 2.
    expect(of('half', 'classHistogram')).toBeGreaterThan(0.6);
    expect(of('half', 'precision')).toBeGreaterThan(0.85);
    expect(of('half', 'coverage')).toBeLessThan(0.65);
    expect(of('half', 'recall')).toBeLessThan(0.75);
    expect(of('half', 'frechetDistance')).toBeGreaterThan(10 * of('real', 'frechetDistance'));
  });

  it('of noise are far away', () => {
    expect(of('noise', 'coverage')).toBeLessThan(0.1);
    expect(of('noise', 'recall')).toBeLessThan(0.1);
    expect(of('noise', 'classHistogram')).toBeGreaterThan(1);
    expect(of('noise', 'classifierScore')).toBeLessThan(1.5);
    expect(of('noise', 'frechetDistance')).toBeGreaterThan(50 * of('real', 'frechetDistance'));
    expect(of('noise', 'kernelDistance')).toBeGreaterThan(1);
  });

  it('of noise deceive precision, whose features lie in the ball of an outlier', () => {
    expect(of('noise', 'precision')).toBeGreaterThan(0.9);
  });

  it('of copies of the data tell them', () => {
    expect(of('copies', 'memorization')).toBe(1);
    expect(of('real', 'memorization')).toBeLessThan(0.6);
    expect(of('copies', 'frechetDistance')).toBeCloseTo(0, 3);
  });
});
