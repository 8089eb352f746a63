/** The time that specs take which make some stage work hard, and the size of what is said about them. */
import { expect, it } from 'vitest';
import { createCompiler } from '../../src/api/compiler.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SpecError } from '../../src/diagnostics/errors.js';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import { specFromText } from '../../src/language/load/load.js';
import { hostileSpecs, type HostileSpec } from './hostileSpecs.js';

const compiler = createCompiler();

function judge({ text, set = [] }: Pick<HostileSpec, 'text' | 'set'>): readonly Diagnostic[] {
  try {
    return compiler.check(specFromText(text, { set })).diagnostics;
  } catch (error) {
    if (error instanceof SpecError) return error.diagnostics;
    throw error;
  }
}

// The schema is compiled at first use; the package brings it compiled.
judge({ text: '{ "latent": 1 }' });

it.each(hostileSpecs)('judges $name in a second of processor time', (spec) => {
  let found: readonly Diagnostic[] = [];
  // The threads of the runtime that compile and collect the garbage of earlier tests count as well.
  const seconds = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    found = judge(spec);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  expect(Math.min(...seconds)).toBeLessThan(2);
  expect(found.length).toBeLessThanOrEqual(101);
  expect(renderDiagnostics(found).length).toBeLessThan(5e5);
});
