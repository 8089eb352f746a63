import { describe, expect, it } from 'vitest';
import { swissRoll } from '../../src/datasets/swissRoll.js';
import { inFolder, samplesOf, upTo } from './support.js';

const config = { type: 'swissRoll', radius: 3, stddev: 0, count: 2000 };

describe('swissRoll', () => {
  it('has a description that matches its samples', async () => {
    const description = { shape: [2], range: null, count: 2000, classes: null };
    expect(swissRoll.describe(config, inFolder('.'))).toEqual(description);
    expect(await swissRoll.open(config, inFolder('.'))).toMatchObject(description);
  });

  it('lies on the spiral radius·t/4.5π·(cos t, sin t), t from 1.5π to 4.5π', async () => {
    const points = samplesOf(await swissRoll.open(config, inFolder('.')), upTo(2000));
    const distances = points.map(([x = NaN, y = NaN]) => Math.hypot(x, y));
    points.forEach(([x = NaN, y = NaN], i) => {
      const t = ((distances[i] ?? NaN) / 3) * 4.5 * Math.PI;
      expect(x).toBeCloseTo((distances[i] ?? NaN) * Math.cos(t), 4);
      expect(y).toBeCloseTo((distances[i] ?? NaN) * Math.sin(t), 4);
    });
    // Uniform from 1 to 3: the extremes of 2000 draws miss the ends by more than 0.02 with probability below 10^-8.
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(1 - 1e-6);
    expect(Math.min(...distances)).toBeLessThan(1.02);
    expect(Math.max(...distances)).toBeLessThanOrEqual(3 + 1e-6);
    expect(Math.max(...distances)).toBeGreaterThan(2.98);
  });

  it('adds noise of the standard deviation along each axis', async () => {
    const context = inFolder('.');
    const clean = samplesOf(await swissRoll.open(config, context), upTo(2000)).flat();
    const noisy = { ...config, stddev: 0.1 };
    const found = samplesOf(await swissRoll.open(noisy, context), upTo(2000)).flat();
    const squares = found.map((value, i) => (value - (clean[i] ?? NaN)) ** 2);
    const spread = Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
    // Standard error of the spread of 4000 numbers: 0.1/√8000 = 0.0011.
    expect(Math.abs(spread - 0.1)).toBeLessThan(0.005);
  });

  it('depends on the seed', async () => {
    const of = async (seed: number): Promise<number[][]> =>
      samplesOf(await swissRoll.open(config, inFolder('.', seed)), [5, 6]);
    expect(await of(1)).toEqual(await of(1));
    expect(await of(1)).not.toEqual(await of(2));
  });
});
