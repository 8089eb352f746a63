/** Samples on the way from one latent vector to another. */
import { argumentMustBe, wrongArgument } from '../diagnostics/arguments.js';
import type { NormalSpec } from '../language/normalSpec.js';
import { between } from '../random/between.js';
import type { Samples } from '../runs/samples.js';
import type { SampleOptions, Session } from '../train/session.js';

/** An end of a way: the seed of its samples, or their latent vectors, one row after the other. */
export type WayEnd = number | Float32Array | readonly number[];

/** A way between the samples of two seeds, or of given latent vectors. */
export interface InterpolateOptions extends Pick<SampleOptions, 'label'> {
  /** The samples that it starts with. */
  readonly from: WayEnd;
  /** The samples that it ends with. */
  readonly to: WayEnd;
  /** Samples side by side. Default: as many as there are latent vectors, or the spec's `monitor.sampleCount`. */
  readonly count?: number;
  /** Steps of the way, both ends included. Default: 24. */
  readonly frames?: number;
}

/** The check of an end; the length of its vectors is checked with the other end. */
export const isWayEnd = argumentMustBe(
  'a seed, which is a whole number from 0 on, or latent vectors',
  (value) =>
    value instanceof Float32Array ||
    (Array.isArray(value)
      ? value.every(Number.isFinite)
      : Number.isInteger(value) && Number(value) >= 0),
);

/** The samples of each step of a way; classes and other random inputs than the latent vector stay those of its start. */
export async function samplesBetween(
  session: Session,
  { latent: { dim, distribution }, monitor }: NormalSpec,
  { from, to, count: asked, frames = 24, label }: InterpolateOptions,
): Promise<readonly Samples[]> {
  const given = [from, to].find((end) => typeof end !== 'number');
  const count = asked ?? (given === undefined ? monitor.sampleCount : given.length / dim);
  const vectors = (name: string, end: WayEnd): readonly Float32Array[] =>
    rowsOf(typeof end === 'number' ? latentsOf(session, count, end) : end, { name, count, dim });
  const [starts, ends] = [vectors('from', from), vectors('to', to)];
  const choice = {
    ...(typeof from === 'number' && { seed: from }),
    ...(label !== undefined && { label }),
  };
  const steps: Samples[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const t = frame / (frames - 1);
    const latent = starts.flatMap((start, row) => [
      ...between(start, ends[row] ?? start, t, distribution),
    ]);
    steps.push(await session.sample(count, { ...choice, feeds: { latent } }));
  }
  return steps;
}

function latentsOf(session: Session, count: number, seed: number): Float32Array {
  return session.drawn(count, { seed })['latent'] ?? new Float32Array();
}

/** @throws GanspecError GAN540 for other than `count` vectors of `dim` numbers. */
function rowsOf(
  numbers: Exclude<WayEnd, number>,
  { name, count, dim }: { readonly name: string; readonly count: number; readonly dim: number },
): readonly Float32Array[] {
  if (numbers.length !== count * dim || count < 1) {
    throw wrongArgument(
      `${name} of interpolate has ${numbers.length} numbers; latent vectors of this GAN have ${dim}, and both ends as many vectors`,
      'Give one vector after the other, as session.drawn(count).latent does.',
    );
  }
  return Array.from({ length: count }, (_, row) =>
    Float32Array.from(numbers.slice(row * dim, (row + 1) * dim)),
  );
}
