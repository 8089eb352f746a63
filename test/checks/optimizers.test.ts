import { describe, expect, it } from 'vitest';
import { examplesOf } from './support/examples.js';
import { parameterPath } from './support/entryUse.js';

describe.each(examplesOf('optimizer'))('optimizer $title', ({ entry, config }) => {
  it.each([1, -1, 1e-3, -1e3])('steps against a gradient of %d, again and again', (gradient) => {
    const path = parameterPath(entry, config, [gradient, gradient, gradient]);
    const steps = path.map((parameter, i) => parameter - (path[i - 1] ?? 0));
    expect(steps.map(Math.sign)).toEqual(steps.map(() => -Math.sign(gradient)));
  });

  it('stands still under gradients of zero', () => {
    expect(parameterPath(entry, config, [0, 0, 0])).toEqual([0, 0, 0]);
  });
});
