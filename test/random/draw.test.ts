import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/random/distribution.js';
import { drawCategory, drawInto } from '../../src/random/draw.js';
import { hashName } from '../../src/random/philox.js';
import type { StreamAddress } from '../../src/random/stream.js';
import { streamWord } from './philoxReference.js';

const at: StreamAddress = { seed: 7, stream: 'latent', step: 0 };
const count = 200_000;

const distributions: readonly Distribution[] = [
  { kind: 'uniform', low: -1, high: 1 },
  { kind: 'normal', mean: 0, stddev: 1 },
  { kind: 'truncatedNormal', mean: 0, stddev: 1 },
  { kind: 'bernoulli', probability: 0.7 },
];

function draw(distribution: Distribution, length: number, address = at): Float32Array {
  const out = new Float32Array(length);
  drawInto(out, distribution, [length], address);
  return out;
}

function moments(values: Float32Array): Record<'mean' | 'variance' | 'skew' | 'kurtosis', number> {
  const mean = average(values, (value) => value);
  const central = (power: number): number => average(values, (value) => (value - mean) ** power);
  const variance = central(2);
  return {
    mean,
    variance,
    skew: central(3) / variance ** 1.5,
    kurtosis: central(4) / variance ** 2,
  };
}

function average(values: ArrayLike<number>, of: (value: number) => number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += of(values[i] ?? NaN);
  return sum / values.length;
}

function correlation(a: Float32Array, b: Float32Array): number {
  const [of, ob] = [moments(a), moments(b)];
  const products = a.map((value, i) => (value - of.mean) * ((b[i] ?? NaN) - ob.mean));
  return average(products, (value) => value) / Math.sqrt(of.variance * ob.variance);
}

/** Σ (observed − expected)²/expected over equally likely cells. */
function chiSquare(cells: Iterable<number>, cellCount: number): number {
  const observed = new Array<number>(cellCount).fill(0);
  let total = 0;
  for (const cell of cells) {
    observed[cell] = (observed[cell] ?? 0) + 1;
    total++;
  }
  const expected = total / cellCount;
  return observed.reduce((sum, value) => sum + (value - expected) ** 2 / expected, 0);
}

describe('uniform', () => {
  it('has the top 24 bits of each word', () => {
    const first = draw({ kind: 'uniform', low: 0, high: 1 }, 40);
    const words = first.map((_, i) => streamWord([7, 0], 0, hashName('latent'), i) >>> 8);
    expect(first).toEqual(words.map((word) => word / 2 ** 24));
  });

  it('fills 256 cells evenly', () => {
    const cells = [...draw({ kind: 'uniform', low: 0, high: 1 }, count)].map((u) =>
      Math.floor(u * 256),
    );
    // 99.9 % quantile of chi-square with 255 degrees of freedom: 330.5; 0.1 %: 189.
    expect(chiSquare(cells, 256)).toBeLessThan(330.5);
    expect(chiSquare(cells, 256)).toBeGreaterThan(189);
  });

  it('stays within its bounds', () => {
    const values = draw({ kind: 'uniform', low: -3, high: 5 }, count);
    expect(values.every((value) => value >= -3 && value < 5)).toBe(true);
    // Mean 1, variance 8²/12.
    expect(moments(values).mean).toBeCloseTo(1, 1.5);
    expect(moments(values).variance).toBeCloseTo(64 / 12, 1);
  });
});

describe('normal', () => {
  it('has the moments of a normal distribution', () => {
    const found = moments(draw({ kind: 'normal', mean: 0, stddev: 1 }, count));
    // Four standard errors: 4·√(1, 2, 6, 24 over n).
    expect(Math.abs(found.mean)).toBeLessThan(4 * Math.sqrt(1 / count));
    expect(Math.abs(found.variance - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(found.skew)).toBeLessThan(4 * Math.sqrt(6 / count));
    expect(Math.abs(found.kurtosis - 3)).toBeLessThan(4 * Math.sqrt(24 / count));
  });

  it('fills the deciles of a normal distribution evenly', () => {
    // Deciles of the standard normal, scipy.stats.norm.ppf.
    const upper = [0.2533471, 0.5244005, 0.8416212, 1.2815516];
    const cellOf = (value: number): number => {
      const beyond = upper.filter((edge) => Math.abs(value) >= edge).length;
      return value < 0 ? 4 - beyond : 5 + beyond;
    };
    const values = draw({ kind: 'normal', mean: 0, stddev: 1 }, count);
    // 99.9 % quantile of chi-square with 9 degrees of freedom.
    expect(chiSquare([...values].map(cellOf), 10)).toBeLessThan(27.88);
  });

  it('follows Box and Muller, also past an odd end', () => {
    const word = (i: number): number => streamWord([7, 0], 0, hashName('latent'), i);
    const pair = (i: number): readonly number[] => {
      const radius = Math.sqrt(-2 * Math.log((word(i) + 0.5) / 2 ** 32));
      const angle = (2 * Math.PI * word(i + 1)) / 2 ** 32;
      return [5 + 2 * radius * Math.cos(angle), 5 + 2 * radius * Math.sin(angle)];
    };
    const values = draw({ kind: 'normal', mean: 5, stddev: 2 }, 3);
    const expected = [...pair(0), ...pair(2)].slice(0, 3);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? NaN, 5);
    });
  });
});

describe('truncatedNormal', () => {
  it('stays within two standard deviations and keeps the shape of the distribution there', () => {
    const values = draw({ kind: 'truncatedNormal', mean: 1, stddev: 0.5 }, count);
    expect(values.every((value) => value >= 0 && value <= 2)).toBe(true);
    const { mean, variance } = moments(values);
    expect(Math.abs(mean - 1)).toBeLessThan(0.005);
    // scipy.stats.truncnorm(-2, 2).var() = 0.7737413, times 0.5².
    expect(Math.abs(variance - 0.25 * 0.7737413)).toBeLessThan(0.003);
  });

  it('skips normal numbers beyond two standard deviations', () => {
    const normals = draw({ kind: 'normal', mean: 0, stddev: 1 }, 5000);
    const kept = normals.filter((value) => Math.abs(value) <= 2).subarray(0, 4000);
    expect(draw({ kind: 'truncatedNormal', mean: 0, stddev: 1 }, 4000)).toEqual(kept);
  });

  it('skips those beyond another limit', () => {
    const normals = draw({ kind: 'normal', mean: 0, stddev: 1 }, 5000);
    const kept = normals.filter((value) => Math.abs(value) <= 0.5).subarray(0, 1500);
    const narrow = { kind: 'truncatedNormal', mean: 0, stddev: 1, limit: 0.5 } as const;
    expect(draw(narrow, 1500)).toEqual(kept);
  });
});

describe('bernoulli', () => {
  it.each([0.1, 0.5, 0.7, 0.999])('is one with probability %d', (probability) => {
    const mean = average(draw({ kind: 'bernoulli', probability }, count), (bit) => bit);
    const error = Math.sqrt((probability * (1 - probability)) / count);
    expect(Math.abs(mean - probability)).toBeLessThan(4 * error);
  });

  it('draws the same bits into bytes, integers and floats', () => {
    const distribution = { kind: 'bernoulli', probability: 0.3 } as const;
    const bytes = new Uint8Array(100_000);
    const integers = new Int32Array(100_000);
    drawInto(bytes, distribution, [100_000], at);
    drawInto(integers, distribution, [100_000], at);
    expect([...bytes]).toEqual([...integers]);
    expect([...bytes]).toEqual([...draw(distribution, 100_000)]);
  });

  it('is always or never one at probabilities 1 and 0', () => {
    expect(draw({ kind: 'bernoulli', probability: 1 }, 100_000).every((bit) => bit === 1)).toBe(
      true,
    );
    expect(draw({ kind: 'bernoulli', probability: 0 }, 100_000).every((bit) => bit === 0)).toBe(
      true,
    );
  });
});

describe('constant', () => {
  it('fills with its value', () => {
    expect(draw({ kind: 'constant', value: 0.5 }, 3)).toEqual(Float32Array.of(0.5, 0.5, 0.5));
  });
});

describe('category', () => {
  it('draws each number equally often', () => {
    const out = new Int32Array(100_000);
    drawCategory(out, 10, at);
    // 99.9 % quantile of chi-square with 9 degrees of freedom.
    expect(chiSquare(out, 10)).toBeLessThan(27.88);
  });

  it('draws only zeros from one category', () => {
    const out = new Int32Array(50).fill(9);
    drawCategory(out, 1, at);
    expect(out.every((value) => value === 0)).toBe(true);
  });
});

describe.each(distributions)('$kind', (distribution) => {
  it('draws equal numbers at equal addresses', () => {
    expect(draw(distribution, 5000)).toEqual(draw(distribution, 5000, { ...at }));
  });

  it.each([
    ['stream', { ...at, stream: 'latents' }],
    ['step', { ...at, step: 1 }],
    ['seed', { ...at, seed: 8 }],
    ['high half of the seed', { ...at, seed: 7 + 2 ** 32 }],
  ])('draws unrelated numbers at another %s', (_, other) => {
    const found = correlation(draw(distribution, 50_000), draw(distribution, 50_000, other));
    expect(Math.abs(found)).toBeLessThan(4 / Math.sqrt(50_000));
  });

  it('draws numbers uncorrelated with their neighbours', () => {
    const values = draw(distribution, 50_001);
    const found = correlation(values.subarray(0, 50_000), values.subarray(1));
    expect(Math.abs(found)).toBeLessThan(4 / Math.sqrt(50_000));
  });
});

it('refuses an array that does not fit the shape', () => {
  expect(() => {
    drawInto(new Float32Array(5), { kind: 'constant', value: 0 }, [2, 3], at);
  }).toThrow('latent: 5 numbers for the shape [2,3]');
});
