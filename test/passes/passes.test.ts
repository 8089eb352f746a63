import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { printGraph } from '../../src/ir/print.js';
import { verify } from '../../src/ir/verify/verify.js';
import { afterPass } from '../../src/passes/afterPasses.js';
import { optimize, passes } from '../../src/passes/passes.js';
import { interpret } from '../../src/oracle/interpret.js';
import { caseFeeds, caseGraph, caseTitle, kernelCases } from '../oracle/kernelCases.js';
import { randomGraphs } from './randomGraph.js';

type Feeds = ReadonlyMap<string, Float64Array>;

/** Compares results to 1e-9, relative to the largest number of an output, or to 1 where that is larger. */
function expectSameResults(before: KernelGraph, after: KernelGraph, feeds: Feeds): void {
  const expected = interpret(before, feeds);
  const actual = interpret(after, feeds);
  expect([...actual.keys()]).toEqual([...expected.keys()]);
  for (const [name, numbers] of expected) {
    const got = actual.get(name) ?? new Float64Array();
    expect(got).toHaveLength(numbers.length);
    if (!numbers.every(Number.isFinite)) continue;
    const scale = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    numbers.forEach((value, at) => {
      expect(Math.abs((got[at] ?? NaN) - value)).toBeLessThanOrEqual(1e-9 * scale);
    });
  }
}

describe('optimize', () => {
  it('keeps the results of random graphs, pass by pass and as a whole', () => {
    fc.assert(
      fc.property(randomGraphs, ({ graph, feeds }) => {
        let current = graph;
        for (const pass of passes) {
          const next = pass.run(current);
          verify(next, afterPass(pass));
          expectSameResults(current, next, feeds);
          current = next;
        }
        const optimized = optimize(graph);
        expectSameResults(graph, optimized, feeds);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the results of random graphs with any of the passes', () => {
    fc.assert(
      fc.property(randomGraphs, fc.subarray([...passes]), ({ graph, feeds }, chosen) => {
        expectSameResults(graph, optimize(graph, chosen), feeds);
      }),
      { numRuns: 150 },
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(randomGraphs, ({ graph }) => {
        const once = optimize(graph);
        expect(printGraph(optimize(once))).toBe(printGraph(once));
      }),
      { numRuns: 150 },
    );
  });

  it.each(kernelCases.map((one) => [caseTitle(one), one] as const))('keeps %s', (_, one) => {
    const graph = caseGraph(one);
    const optimized = optimize(graph);
    expectSameResults(graph, optimized, caseFeeds(one));
  });
});
