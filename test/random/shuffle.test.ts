import { describe, expect, it } from 'vitest';
import { shuffled } from '../../src/random/shuffle.js';
import { WordStream } from '../../src/random/wordStream.js';

const at = { seed: 5, stream: 'data/joint', step: 0 };

describe('shuffled', () => {
  it('holds every number once', () => {
    const order = shuffled(10_000, at);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
  });

  it('is equal at equal addresses and different at another step', () => {
    expect(shuffled(100, at)).toEqual(shuffled(100, at));
    expect(shuffled(100, at)).not.toEqual(shuffled(100, { ...at, step: 1 }));
  });

  it('draws the 24 orders of 4 numbers equally often', () => {
    const counts = new Map<string, number>();
    for (let step = 0; step < 24_000; step++) {
      const order = shuffled(4, { ...at, step }).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const statistic = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    // 99.9 % quantile of chi-square with 23 degrees of freedom.
    expect(statistic).toBeLessThan(49.73);
  });

  it('is empty for no numbers', () => {
    expect(shuffled(0, at)).toHaveLength(0);
  });
});

describe('WordStream', () => {
  it('reads the same words with and without another stream read in between', () => {
    const alone = new WordStream(at);
    const expected = Array.from({ length: 1000 }, () => alone.below(2 ** 32));
    const disturbed = new WordStream(at);
    const other = new WordStream({ ...at, step: 3 });
    const found = Array.from({ length: 1000 }, () => {
      other.below(6);
      return disturbed.below(2 ** 32);
    });
    expect(found).toEqual(expected);
  });

  it('stays below a bound just above a power of two', () => {
    const words = new WordStream(at);
    const values = Array.from({ length: 10_000 }, () => words.below(1025));
    expect(Math.max(...values)).toBe(1024);
    expect(Math.min(...values)).toBe(0);
  });
});
