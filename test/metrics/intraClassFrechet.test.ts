import { describe, expect, it } from 'vitest';
import { intraClassFrechet } from '../../src/metrics/intraClassFrechet.js';
import { described, expected, inputOf, measured, reasonAgainst } from './support.js';

const { categoriesReal, categoriesGenerated } = expected.inputs;
const real = { ...inputOf('real'), labels: Int32Array.from(categoriesReal) };
const generated = { ...inputOf('generated'), labels: Int32Array.from(categoriesGenerated) };
const data = described([5], { classes: 3 });

describe('intraClassFrechet', () => {
  it('is the mean over classes by SciPy', () => {
    const { value, details } = measured(intraClassFrechet, { real, generated, data });
    expect(value).toBeCloseTo(expected.intraClass, 8);
    // No generated row has class 1.
    expect(details).toMatchObject({ measured: 2 });
  });

  it('sees classes that are exchanged, where the distance of all samples is 0', () => {
    const exchanged = { ...real, labels: real.labels.map((label) => (label + 1) % 3) };
    expect(measured(intraClassFrechet, { real, generated: real, data }).value).toBeCloseTo(0, 8);
    expect(measured(intraClassFrechet, { real, generated: exchanged, data }).value).toBeGreaterThan(
      0.1,
    );
  });

  it('needs classes', () => {
    expect(reasonAgainst(intraClassFrechet, described([5]))).toBe('they have no classes');
  });
});
