/**
 * A spec after normalization: every default filled in, every bare name written out as an object.
 * Normalization only fills in and never moves a value, so a JSON Pointer means the same place before and after;
 * and a normal spec is itself a valid spec that normalizes to itself.
 */
import type { Tagged } from '../registry/entries.js';
import type { Schedule } from '../generated/spec.js';

/** A number, or the schedule that gives it for each step. */
export type Scheduled = number | Schedule;

export interface NormalLayer extends Tagged {
  /** Its given name, else its type and its index among the layers of that type, as in `dense_0`. */
  readonly name: string;
  /** Names of the layers it reads; `"input"` is the network's own input. */
  readonly input: readonly string[];
  readonly [option: string]: unknown;
}

export interface NormalPenalty extends Tagged {
  /** Its given name, else its type (from the second of one type on: `type_1`, `type_2`, …). */
  readonly name: string;
  /** Acts on every n-th update only. */
  readonly every: number;
  readonly weight?: Scheduled;
  readonly [option: string]: unknown;
}

export interface NormalNetwork {
  readonly layers: readonly NormalLayer[];
}

export interface NormalEma {
  readonly decay: Scheduled;
  /** With warm-up the decay of update i (from 0) is min(decay, (1 + i) / (10 + i)). */
  readonly warmUp: boolean;
}

export interface NormalGradientClip {
  readonly by: 'norm' | 'value';
  readonly limit: Scheduled;
}

export interface NormalTraining {
  readonly batchSize: number;
  /** Iterations: each updates the generator once. */
  readonly steps: number;
  readonly update: 'alternating' | 'simultaneous';
  /** Which network an alternating iteration updates first. */
  readonly first: 'discriminator' | 'generator';
  /** Discriminator updates per iteration. */
  readonly discriminatorSteps: number;
  readonly ema: NormalEma | null;
  readonly gradientClip: NormalGradientClip | null;
  readonly instanceNoise: Scheduled;
  readonly seed: number;
}

export interface NormalMonitor {
  /** Iterations between two lines of the log. */
  readonly logEvery: number;
  /** Iterations between two sample grids; 0 for the last only. */
  readonly sampleEvery: number;
  /** Samples of one grid. */
  readonly sampleCount: number;
}

export interface NormalSpec {
  readonly version: 1;
  readonly name: string;
  readonly description?: string;
  readonly reference?: Readonly<Record<string, string>>;
  readonly data: Tagged & Readonly<Record<string, unknown>>;
  readonly latent: { readonly dim: number; readonly distribution: 'normal' | 'uniform' };
  readonly labels: { readonly generator: 'concat'; readonly discriminator: 'concat' } | null;
  readonly generator: NormalNetwork;
  readonly discriminator: NormalNetwork;
  readonly loss: Tagged & Readonly<Record<string, unknown>>;
  readonly penalties: readonly NormalPenalty[];
  readonly optimizers: { readonly generator: Tagged; readonly discriminator: Tagged };
  readonly training: NormalTraining;
  readonly monitor: NormalMonitor;
}
