/** Samples on the way from one latent vector to another. */
import { between } from '../random/between.js';
import type { Distribution } from '../random/distribution.js';
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

/** A whole way. */
interface Way extends Omit<InterpolateOptions, 'count' | 'frames'> {
  readonly count: number;
  readonly frames: number;
  /** Of the distribution of latent vectors. */
  readonly kind: Distribution['kind'];
}

/** The samples of each step of the way; classes and other random inputs than the latent vector stay those of `from`. */
export async function samplesBetween(
  session: Session,
  { from, to, count, frames, label, kind }: Way,
): Promise<readonly Samples[]> {
  const [starts, ends] = [vectorsOf(session, count, from), vectorsOf(session, count, to)];
  const steps: Samples[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const t = frame / (frames - 1);
    const vectors = starts.map((start, row) => between(start, ends[row] ?? start, t, kind));
    const latent = vectors.flatMap((vector) => [...vector]);
    const choice = { seed: from, ...(label !== undefined && { label }), feeds: { latent } };
    steps.push(await session.sample(count, choice));
  }
  return steps;
}

/** The latent vectors of the samples of a seed. */
function vectorsOf(session: Session, count: number, seed: number): readonly Float32Array[] {
  const { latent = new Float32Array() } = session.drawn(count, { seed });
  const size = latent.length / count;
  return Array.from({ length: count }, (_, row) => latent.slice(row * size, (row + 1) * size));
}
