/**
 * Random specs go through reading, expansion, validation, normalization and resolution: every one gets an answer in time.
 * `GANSPEC_RELIABILITY=long` tries 100,000 instead of 400; `GANSPEC_RUNS` gives another number, `GANSPEC_SEED` the seed. Figures stand in docs/reliability.md.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCompiler } from '../../src/api/compiler.js';
import type { Checked } from '../../src/api/pipeline.js';
import { GanspecError, SpecError } from '../../src/diagnostics/errors.js';
import { specFromText } from '../../src/language/load/load.js';
import { fuzzedSpecs, type FuzzedSpec } from './fuzzSpecs.js';

const numRuns = Number(
  process.env['GANSPEC_RUNS'] ?? (process.env['GANSPEC_RELIABILITY'] === 'long' ? 100_000 : 400),
);
const seed = Number(process.env['GANSPEC_SEED'] ?? 1);

const compiler = createCompiler({ baseDir: '/nonexistent' });

function judge({ text, set }: FuzzedSpec): Checked {
  try {
    return compiler.check(specFromText(text, { set, cwd: '/nonexistent' }));
  } catch (error) {
    if (error instanceof SpecError) return { valid: false, diagnostics: error.diagnostics };
    if (error instanceof GanspecError) return { valid: false, diagnostics: [] };
    throw error;
  }
}

const ownNames = (): string => JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
const names = ownNames();

/** Judges a spec; a crash, a hang, a wrong answer and a polluted prototype are errors. @returns Processor time in ms, and the answer. */
function check(spec: FuzzedSpec): { readonly time: number; readonly found: Checked } {
  const start = process.cpuUsage();
  const found = judge(spec);
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  expect(time).toBeLessThan(1000);
  expect(ownNames()).toBe(names);
  expect(found.diagnostics.length).toBeLessThanOrEqual(101);
  expect(found.diagnostics.filter(({ message }) => /undefined|NaN|\[object/.test(message))).toEqual(
    [],
  );
  if (found.valid) expect(compiler.check(JSON.stringify(found.spec)).valid).toBe(true);
  return { time, found };
}

judge({ text: '{ "latent": 1 }', set: [] });

it(`judges ${numRuns} random specs`, { timeout: 36e5 }, () => {
  const counts = { valid: 0, invalid: 0, slowest: 0 };
  const start = performance.now();
  fc.assert(
    fc.property(fuzzedSpecs, (spec) => {
      const { time, found } = check(spec);
      counts[found.valid ? 'valid' : 'invalid'] += 1;
      counts.slowest = Math.max(counts.slowest, time);
    }),
    { seed, numRuns },
  );
  const seconds = Math.round((performance.now() - start) / 1000);
  if (numRuns > 400) console.info(JSON.stringify({ seed, numRuns, seconds, ...counts }));
  expect(counts.valid).toBeGreaterThan(numRuns / 50);
});
