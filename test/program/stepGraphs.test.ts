import { describe, expect, it } from 'vitest';
import { graphOf, graphsOf } from '../../src/program/stepGraphs.js';
import type { StepPlan } from '../../src/language/resolvedGan.js';

function plan(lazy: StepPlan['lazy'], accumulation = 1): StepPlan {
  return {
    step: 'discriminator',
    trains: ['discriminator'],
    times: accumulation,
    accumulation,
    lazy,
  };
}

const names = (of: StepPlan): readonly string[] => graphsOf(of).map(({ name }) => name);
const taken = (of: StepPlan, runs: readonly number[]): readonly string[] =>
  runs.map((run) => graphOf(of, run).name);

describe('the graphs of a step', () => {
  it('are one where no penalty is lazy', () => {
    expect(names(plan([]))).toEqual(['discriminator']);
    expect(taken(plan([]), [0, 1, 7])).toEqual(['discriminator', 'discriminator', 'discriminator']);
  });

  it('leave out what never falls alone: every 16th update is a 4th one too', () => {
    const lazy = plan([
      { name: 'a', every: 4 },
      { name: 'b', every: 16 },
    ]);
    expect(names(lazy)).toEqual(['discriminator', 'discriminator_a', 'discriminator_a+b']);
    expect(taken(lazy, [0, 1, 3, 4, 8, 12, 15, 16])).toEqual([
      'discriminator_a+b',
      'discriminator',
      'discriminator',
      'discriminator_a',
      'discriminator_a',
      'discriminator_a',
      'discriminator',
      'discriminator_a+b',
    ]);
  });

  it('hold every combination of numbers that have no common multiple before their product', () => {
    const lazy = plan([
      { name: 'a', every: 2 },
      { name: 'b', every: 3 },
    ]);
    expect(names(lazy)).toEqual([
      'discriminator',
      'discriminator_b',
      'discriminator_a',
      'discriminator_a+b',
    ]);
    expect(taken(lazy, [0, 1, 2, 3, 4, 5, 6])).toEqual([
      'discriminator_a+b',
      'discriminator',
      'discriminator_a',
      'discriminator_b',
      'discriminator_a',
      'discriminator',
      'discriminator_a+b',
    ]);
  });

  it('have different names, whatever penalties are called', () => {
    const lazy = plan([
      { name: 'a', every: 2 },
      { name: 'b', every: 3 },
      { name: 'a_b', every: 5 },
    ]);
    expect(new Set(names(lazy)).size).toBe(8);
  });

  it('are those and only those that some run takes', () => {
    for (const everies of [
      [2, 2],
      [4, 6],
      [6, 10, 15],
      [2, 4, 8],
    ]) {
      const lazy = plan(everies.map((every, index) => ({ name: `p${index}`, every })));
      const runs = Array.from({ length: 120 }, (_, run) => run);
      expect(new Set(taken(lazy, runs))).toEqual(new Set(names(lazy)));
    }
  });

  it('count updates, not runs, where gradients are added up first', () => {
    const lazy = plan([{ name: 'a', every: 2 }], 2);
    expect(names(lazy)).toEqual([
      'discriminator_accumulate',
      'discriminator',
      'discriminator_a+accumulate',
      'discriminator_a',
    ]);
    expect(taken(lazy, [0, 1, 2, 3, 4])).toEqual([
      'discriminator_a+accumulate',
      'discriminator_a',
      'discriminator_accumulate',
      'discriminator',
      'discriminator_a+accumulate',
    ]);
  });
});
