import { describe, expect, it } from 'vitest';
import type { SampleRows } from '../../src/entries/metric.js';
import { nGramDistance } from '../../src/metrics/nGramDistance.js';
import { described, expected, measured, reasonAgainst, rowsOf } from './support.js';

const alphabet = Array.from(' abcehmnrst');
const length = 12;

/** Texts as one-hot characters. */
function oneHot(texts: readonly string[]): SampleRows {
  return rowsOf(
    texts.map((text) =>
      Array.from({ length }, (_, place) => alphabet.indexOf(text[place] ?? '?') + 1).flatMap(
        (index) => Array.from({ length: alphabet.length + 1 }, (_, k) => (k === index ? 1 : 0)),
      ),
    ),
  );
}

const data = described([length, alphabet.length + 1], { form: 'text' });

describe('nGramDistance', () => {
  it('agrees with SciPy for runs of one, two and three characters', () => {
    const [real, generated] = expected.texts.map(oneHot);
    const sides = { real: real ?? oneHot([]), generated: generated ?? oneHot([]), data };
    const { value, details } = measured(nGramDistance, sides, { n: 3 });
    expect(value).toBeCloseTo(expected.nGrams[2] ?? NaN, 12);
    expected.nGrams.forEach((divergence, i) => {
      expect([details?.['from1']].flat()[i]).toBeCloseTo(divergence, 12);
    });
  });

  it('is log 2 where no run is in common', () => {
    const sides = { real: oneHot(['aaaa']), generated: oneHot(['bbbb']), data };
    expect(measured(nGramDistance, sides, { n: 2 }).value).toBeCloseTo(Math.LN2, 12);
  });

  it('refuses what are no texts', () => {
    expect(reasonAgainst(nGramDistance, described([2]))).toBe('they are no texts');
  });
});
