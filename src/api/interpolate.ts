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

/** The samples of each step of the way; classes and other random inputs than the latent vector stay those of `from`. */
export async function samplesBetween(
  session: Session,
  { from, to, count, frames, label }: Required<Omit<InterpolateOptions, 'label'>> & SampleOptions,
): Promise<readonly Samples[]> {
  const steps: Samples[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const latent = session.latentsBetween(count, from, to, frame / (frames - 1));
    const choice = { seed: from, ...(label !== undefined && { label }), feeds: { latent } };
    steps.push(await session.sample(count, choice));
  }
  return steps;
}
