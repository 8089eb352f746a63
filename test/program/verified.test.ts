import { afterEach, expect, it, vi } from 'vitest';
import { createCompiler } from '../../src/index.js';
import type { GraphStage } from '../../src/ir/verify/verify.js';
import { afterPasses } from '../../src/passes/afterPasses.js';
import { passes } from '../../src/passes/passes.js';
import { afterRecording } from '../../src/trace/afterRecording.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it.each<[string, GraphStage]>([
  ['recording', afterRecording],
  ['all passes', afterPasses(passes)],
])('verifies every graph of a compilation after %s', (_, { invariants }) => {
  const [last] = invariants.slice(-1);
  if (last === undefined) throw new Error('no invariants');
  const check = vi.spyOn(last, 'check');
  const { program } = createCompiler().compile(createCompiler().read('ring'));
  expect(check.mock.calls.map(([graph]) => graph.name)).toEqual(
    program.graphs.map(({ name }) => name),
  );
});
