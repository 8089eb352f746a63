import type { SampleRows } from '../../entries/metric.js';

/**
 * Mean power of the frequencies of sounds, by Welch's method: frames that overlap by half, under a Hann window, scaled so
 * that the sum over frequencies is the mean square of white noise.
 * @param size Length of a frame, a power of two.
 * @returns The `size / 2 + 1` powers from 0 to half the sampling rate.
 * @source Welch 1967, "The use of fast Fourier transform for the estimation of power spectra"
 */
export function powerSpectrum({ count, width, numbers }: SampleRows, size: number): Float64Array {
  const hann = Float64Array.from(
    { length: size },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size),
  );
  const scale = hann.reduce((sum, weight) => sum + weight * weight, 0);
  const powers = new Float64Array(size / 2 + 1);
  let frames = 0;
  for (let row = 0; row < count; row++) {
    for (let first = 0; first + size <= width; first += size / 2) {
      const start = row * width + first;
      const frame = hann.map((weight, i) => weight * (numbers[start + i] ?? 0));
      addPowers(frame, powers);
      frames++;
    }
  }
  return powers.map(
    (power, k) => (power * (k % (size / 2) === 0 ? 1 : 2)) / (scale * frames * size),
  );
}

/** Adds the squared magnitudes of the transform of a frame, which is overwritten. */
function addPowers(frame: Float64Array, powers: Float64Array): void {
  const imaginary = new Float64Array(frame.length);
  transform(frame, imaginary);
  for (let k = 0; k < powers.length; k++) {
    powers[k] = (powers[k] ?? 0) + (frame[k] ?? 0) ** 2 + (imaginary[k] ?? 0) ** 2;
  }
}

/** Fast Fourier transform in place, by halves (Cooley & Tukey 1965). */
function transform(re: Float64Array, im: Float64Array): void {
  const { length } = re;
  if (length === 1) return;
  const half = length / 2;
  const parts = [0, 1].map((odd) => ({
    re: Float64Array.from({ length: half }, (_, i) => re[2 * i + odd] ?? 0),
    im: Float64Array.from({ length: half }, (_, i) => im[2 * i + odd] ?? 0),
  }));
  const [even, odd] = parts;
  if (!even || !odd) return;
  transform(even.re, even.im);
  transform(odd.re, odd.im);
  for (let k = 0; k < half; k++) {
    const angle = (-2 * Math.PI * k) / length;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [x, y] = [odd.re[k] ?? 0, odd.im[k] ?? 0];
    const [turnedRe, turnedIm] = [x * cos - y * sin, x * sin + y * cos];
    re[k] = (even.re[k] ?? 0) + turnedRe;
    im[k] = (even.im[k] ?? 0) + turnedIm;
    re[k + half] = (even.re[k] ?? 0) - turnedRe;
    im[k + half] = (even.im[k] ?? 0) - turnedIm;
  }
}
