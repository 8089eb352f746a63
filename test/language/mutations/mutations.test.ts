/** Specs with one mistake each, which is reported at its place, and nothing else is. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { exitCodeOf } from '../../../src/diagnostics/exitCodeOf.js';
import { bases } from './bases.js';
import { Bench, mutated, placeOfChange, readMutations } from './mutate.js';

const bench = new Bench();
afterAll(() => {
  bench.remove();
});

const mutations = readMutations();

it.each(Object.entries(bases))('reports nothing in the base %s', (_name, text) => {
  expect(bench.diagnose(text)).toEqual([]);
});

it('tries two hundred mistakes', () => {
  const texts = mutations.flatMap(({ list }) => list.map(mutated));
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(200);
});

describe.each(mutations)('a mistake of $kind', ({ list }) => {
  it.each(list)('is reported at its place where $base has $to', (mutation) => {
    const text = mutated(mutation);
    const { line, start, end } = placeOfChange(bases[mutation.base], text);
    const said = bench.diagnose(text);
    expect(said.map(({ code, message }) => `${code}: ${message}`)).toEqual([mutation.message]);
    expect(exitCodeOf(said)).toBe(said[0]?.code.startsWith('GAN7') ? 7 : 3);
    const { place, hint = '' } = said[0] as Diagnostic;
    expect(place).toMatchObject({ file: 'spec.json', line });
    expect(place.column).toBeLessThanOrEqual(end);
    expect(place.column + place.length).toBeGreaterThanOrEqual(start);
    const expected = mutation.hint.replace(/…$/, '');
    expect(hint.slice(0, mutation.hint.endsWith('…') ? expected.length : undefined)).toBe(expected);
  });
});
