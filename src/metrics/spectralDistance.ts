import { defineMetric } from '../entries/metric.js';
import { schemas, type SpectralDistanceMetric } from '../generated/metrics.js';
import { powerSpectrum } from './shared/powerSpectrum.js';

/**
 * Log-spectral distance, in decibels, of the mean spectra of sounds:
 *
 *   √ mean over frequencies of (10 log₁₀(P / Q))²
 *
 * where P and Q are powers by Welch's method, of frames of `frame` numbers or the power of two that fits into a sound.
 * @source Gray & Markel 1976, "Distance measures for speech processing"
 */
export const spectralDistance = defineMetric<SpectralDistanceMetric>({
  type: 'spectralDistance',
  schema: schemas.spectralDistance,
  better: 'lower',
  unfit: ({ form, shape: [length = 0] }) =>
    form !== 'sound' ? 'they are no sound' : length < 8 ? 'they are shorter than 8' : undefined,
  measure({ real, generated }, { frame }) {
    const size = 2 ** Math.floor(Math.log2(Math.min(frame, real.width)));
    const [ofReal, ofGenerated] = [powerSpectrum(real, size), powerSpectrum(generated, size)];
    const squares = ofReal.reduce(
      (sum, power, k) => sum + (decibels(power) - decibels(ofGenerated[k] ?? 0)) ** 2,
      0,
    );
    return { value: Math.sqrt(squares / ofReal.length), details: { frame: size } };
  },
});

/** Power below which no 16-bit sound differs from silence. */
const silence = 1e-12;

function decibels(power: number): number {
  return 10 * Math.log10(Math.max(power, silence));
}
