/** The networks and samples of `penalties eval`, from the numbers of its options. */
import { counted } from '../diagnostics/counted.js';
import type { TinyGan } from '../tools.js';
import { refuse } from './refuse.js';

/** Options of `penalties eval` that describe the networks and samples. */
export interface TinyGanOptions {
  readonly weights: readonly number[];
  readonly activation: string;
  readonly real?: readonly number[];
  readonly fake?: readonly number[];
  readonly generator?: readonly number[];
}

/** Completes the options: by default one real sample of ones and as many generated samples of zeros. @throws CommanderError where sizes do not agree */
export function tinyGan({ weights, activation, generator, ...samples }: TinyGanOptions): TinyGan {
  const size = weights.length;
  const real = samples.real ?? weights.map(() => 1);
  const fake = samples.fake ?? real.map(() => 0);
  if (real.length % size > 0 || fake.length % size > 0) {
    refuse(`A sample has ${counted(size, 'number')}, as many as weights.`);
  }
  if (real.length !== fake.length) {
    refuse('There must be as many generated samples as real ones.');
  }
  if (generator && generator.length !== size * size) {
    refuse(`The matrix of the generator has ${counted(size * size, 'number')}, row by row.`);
  }
  return { weights, activation, real, fake, ...(generator && { generator }) };
}
