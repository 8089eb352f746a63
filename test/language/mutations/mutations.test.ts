/** Specs with one mistake each: what is said first is said of the place of the mistake, and nothing else is said. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { exitCodeOf } from '../../../src/diagnostics/exitCodeOf.js';
import { bases } from './bases.js';
import { Bench, mutated, placeOfChange, readMutations } from './mutate.js';

const bench = new Bench();
afterAll(() => {
  bench.remove();
});

const kinds = [
  'words',
  'kinds',
  'bounds',
  'shapes',
  'names',
  'structure',
  'training',
  'files',
  'text',
  'presets',
];
const mutations = kinds.map((kind) => ({ kind, list: readMutations(`${kind}.txt`) }));

it.each(Object.entries(bases))('has nothing to say of the base %s', (_name, text) => {
  expect(bench.diagnose(text)).toEqual([]);
});

it('tries two hundred mistakes', () => {
  const texts = mutations.flatMap(({ list }) => list.map(mutated));
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(200);
});

describe.each(mutations)('a mistake of $kind', ({ list }) => {
  it.each(list)('is found where $base says $to', (mutation) => {
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
