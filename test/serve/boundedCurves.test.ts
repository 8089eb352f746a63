import { describe, expect, it } from 'vitest';
import { BoundedCurves } from '../../src/serve/boundedCurves.js';

describe('BoundedCurves', () => {
  it('gives few numbers as they are, with gaps where there are none', () => {
    const curves = new BoundedCurves();
    curves.add(1, { loss: 0.5 });
    curves.add(2, { loss: NaN, r1: 3 });
    expect(curves.answer()).toEqual({
      steps: [1, 2],
      curves: [
        { name: 'loss', mean: [0.5, null] },
        { name: 'r1', mean: [null, 3] },
      ],
    });
  });

  it('gives many numbers as means of neighbours with their bounds', () => {
    const curves = new BoundedCurves();
    // 1024 ranges are full; two more lines join all of them in pairs.
    for (let step = 1; step <= 1026; step += 1) curves.add(step, { loss: step });
    const { steps, curves: found } = curves.answer();
    expect(steps).toHaveLength(513);
    expect(steps.slice(0, 2)).toEqual([2, 4]);
    expect(steps.at(-1)).toBe(1026);
    expect(found[0]?.mean.slice(0, 2)).toEqual([1.5, 3.5]);
    expect(found[0]?.low?.slice(0, 2)).toEqual([1, 3]);
    expect(found[0]?.high?.at(-1)).toBe(1026);
  });

  it('has at most 1024 numbers of a million, the extremes among them', () => {
    const curves = new BoundedCurves();
    for (let step = 1; step <= 1e6; step += 1) {
      curves.add(step, { loss: step === 500_001 ? 7 : 1 });
    }
    const { steps, curves: found } = curves.answer();
    expect(steps.length).toBeGreaterThan(511);
    expect(steps.length).toBeLessThan(1025);
    expect(Math.max(...(found[0]?.high ?? []).map(Number))).toBe(7);
  });

  it('takes back what comes after a step', () => {
    const curves = new BoundedCurves();
    for (const step of [10, 20, 30]) curves.add(step, { loss: step });
    curves.cutAfter(20);
    curves.add(25, { loss: 0 });
    expect(curves.answer().steps).toEqual([10, 20, 25]);
  });
});
