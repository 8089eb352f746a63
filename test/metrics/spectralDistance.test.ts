import { describe, expect, it } from 'vitest';
import { powerSpectrum } from '../../src/metrics/shared/powerSpectrum.js';
import { spectralDistance } from '../../src/metrics/spectralDistance.js';
import { described, expected, inputOf, measured, reasonAgainst, rowsOf } from './support.js';

const sine = Array.from({ length: 64 }, (_, i) => Math.sin((2 * Math.PI * i * 4) / 16));

describe('powerSpectrum', () => {
  it('has the power of a sine, ½, around its frequency', () => {
    const powers = [...powerSpectrum(rowsOf([sine]), 16)];
    // A Hann window spreads it over three places: 1/6, 2/3 and 1/6 of the whole.
    [3, 4, 5].forEach((k, i) => {
      expect(powers[k]).toBeCloseTo([1 / 12, 1 / 3, 1 / 12][i] ?? 0, 6);
    });
    expect(powers.reduce((sum, power) => sum + power, 0)).toBeCloseTo(0.5, 6);
  });
});

describe('spectralDistance', () => {
  it('of a sound twice as loud is 20 log₁₀ 2 decibels', () => {
    const noise = inputOf('soundsGenerated');
    const loud = { ...noise, numbers: noise.numbers.map((value) => 2 * value) };
    const { value } = measured(spectralDistance, { real: noise, generated: loud }, { frame: 64 });
    expect(value).toBeCloseTo(20 * Math.log10(2), 9);
  });

  it("agrees with SciPy's method of Welch", () => {
    const sides = { real: inputOf('soundsReal'), generated: inputOf('soundsGenerated') };
    const found = measured(spectralDistance, sides, { frame: 100 });
    expect(found.value).toBeCloseTo(expected.spectral, 6);
    expect(found.details).toEqual({ frame: 64 });
  });

  it('refuses what is no sound, or too short', () => {
    expect(reasonAgainst(spectralDistance, described([2]))).toBe('they are no sound');
    expect(reasonAgainst(spectralDistance, described([4, 1], { form: 'sound' }))).toBe(
      'they are shorter than 8',
    );
  });
});
