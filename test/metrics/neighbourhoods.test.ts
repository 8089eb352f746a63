import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/metrics/coverage.js';
import { density } from '../../src/metrics/density.js';
import { precision } from '../../src/metrics/precision.js';
import { recall } from '../../src/metrics/recall.js';
import { expected, inputOf, measured, rowsOf } from './support.js';

const all = { precision, recall, density, coverage };

describe('precision, recall, density and coverage', () => {
  it.each(['3', '5'] as const)('agree with PRDC for %s neighbours', (k) => {
    const sides = { real: inputOf('real'), generated: inputOf('generated') };
    const found = Object.entries(all).map(([name, entry]) => {
      return [name, measured(entry, sides, { neighbours: Number(k) }).value] as const;
    });
    for (const [name, value] of Object.entries(expected.neighbours[k])) {
      expect(new Map(found).get(name)).toBeCloseTo(value, 12);
    }
  });

  it('have the values by hand on a line', () => {
    // Real 0, 1, 3, 10 with radii 1, 1, 2, 7; generated 0.5, 0.75, 20 with radii 0.25, 0.25, 19.25.
    const sides = {
      real: rowsOf([[0], [1], [3], [10]]),
      generated: rowsOf([[0.5], [0.75], [20]]),
    };
    const values = Object.values(all).map((entry) => measured(entry, sides, { neighbours: 1 }));
    // 0.5 and 0.75 lie in the balls of 0 and 1; 0.75 is 2.25 from 3. The ball of 20 holds 1, 3, 10: 19.25 > 19, 17, 10.
    expect(values.map(({ value }) => value)).toEqual([2 / 3, 3 / 4, 4 / 3, 2 / 4]);
    // √(2/3 · 1/3 / 3)
    expect(values[0]?.standardError).toBeCloseTo(0.27217, 5);
  });
});
