/** Samples on the way from one latent vector to another. */
import type { Samples } from '../runs/samples.js';
import type { SampleOptions, Session } from '../train/session.js';

/** A way between the samples of two seeds. */
export interface InterpolateOptions extends Pick<SampleOptions, 'label'> {
  /** Seed of the samples that it starts with. */
  readonly from: number;
  /** Seed of the samples that it ends with. */
  readonly to: number;
  /** Samples side by side. Default: the spec's `monitor.sampleCount`. */
  readonly count?: number;
  /** Steps of the way, both ends included. Default: 24. */
  readonly frames?: number;
}

/**
 * The samples of each step of the way. Latent vectors turn from one to the other at a constant angle, and their lengths change
 * evenly: a straight way would lead through vectors that are shorter than any that were trained with. Classes and other random
 * inputs stay those of `from`.
 * @source White (2016), Sampling Generative Networks, arXiv:1609.04468, section 2.1.
 */
export async function samplesBetween(
  session: Session,
  { from, to, count, frames, label }: Required<Omit<InterpolateOptions, 'label'>> & SampleOptions,
): Promise<readonly Samples[]> {
  const [start, end] = [session.latents(count, from), session.latents(count, to)];
  const steps: Samples[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const latent = between(start, end, count, frames === 1 ? 0 : frame / (frames - 1));
    const choice = { seed: from, ...(label !== undefined && { label }) };
    steps.push(await session.sample(count, { ...choice, feeds: { latent } }));
  }
  return steps;
}

/**
 * Rows of vectors on the way between two: sin((1 − t)·θ)/sin θ · a + sin(t·θ)/sin θ · b on their directions.
 * @param t From 0 to 1.
 */
export function between(
  start: Float32Array,
  end: Float32Array,
  rows: number,
  t: number,
): Float32Array {
  const size = start.length / rows;
  const result = new Float32Array(start.length);
  for (let row = 0; row < rows; row += 1) {
    const [a, b] = [start, end].map((all) => all.subarray(row * size, (row + 1) * size));
    if (a && b) result.set(onArc(a, b, t), row * size);
  }
  return result;
}

function onArc(a: Float32Array, b: Float32Array, t: number): Float32Array {
  const [lengthA, lengthB] = [Math.hypot(...a), Math.hypot(...b)];
  const product = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  const cosine = product / (lengthA * lengthB);
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine)));
  // Of parallel vectors, and of zeros, the way is straight.
  if (!(Math.sin(angle) > 1e-6)) return a.map((value, at) => (1 - t) * value + t * (b[at] ?? 0));
  const length = (1 - t) * lengthA + t * lengthB;
  const [weightA, weightB] = [1 - t, t].map((part) => Math.sin(part * angle) / Math.sin(angle));
  return a.map(
    (value, at) =>
      length * (((weightA ?? 0) * value) / lengthA + ((weightB ?? 0) * (b[at] ?? 0)) / lengthB),
  );
}
