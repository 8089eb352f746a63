/**
 * A spec after normalization: every default filled in, every bare name written out as an object.
 * Normalization only fills in and never moves a value, so a JSON Pointer means the same place before and after;
 * and a normal spec is itself a valid spec that normalizes to itself.
 */
import type { Expanded } from '../entries/config.js';
import type { Tagged } from '../entries/tagged.js';
import type { Augment, Schedule } from '../generated/spec.js';

/** A number, or the schedule that gives it for each step. */
export type Scheduled = number | Expanded<Schedule>;

export interface NormalLayer extends Tagged {
  /** Its given name, else its type and its index among the layers of that type, as in `dense_0`. */
  readonly name: string;
  /** Names of the layers it reads; `"input"` is the network's own input. */
  readonly input: readonly string[];
  readonly spectralNorm: boolean;
  /** A number is the layer's learning rate multiplier; true stands for 1. */
  readonly equalizedLearningRate: boolean | number;
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
  /** Images after which half is forgotten; takes the place of `decay`. */
  readonly halfLife: number | null;
  /** With warm-up the decay of update i (from 0) is min(decay, (1 + i) / (10 + i)). */
  readonly warmUp: boolean;
  /** Iteration from which averages are taken. */
  readonly start: number;
}

export interface NormalAugment {
  readonly policy: readonly AugmentStep[];
  readonly probability: Scheduled;
  /** Adapts the probability: the mean sign of real scores to hold; null for none. */
  readonly target: number | null;
  /** Images in which an adapted probability can go from 0 to 1. */
  readonly images: number;
}

/** A word of an augmentation's policy. */
export type AugmentStep = NonNullable<Augment['policy']>[number];

export interface NormalAuxiliary {
  readonly discriminatorWeight: Scheduled;
  readonly generatorWeight: Scheduled;
  /** Whether the discriminator also learns the classes of generated samples. */
  readonly fake: boolean;
}

export interface NormalCodes {
  /** Number of values of each categorical code. */
  readonly categorical: readonly number[];
  readonly continuous: number;
  readonly categoricalWeight: Scheduled;
  readonly continuousWeight: Scheduled;
  /** Hidden layers of the recognition network. */
  readonly layers: readonly NormalLayer[];
}

export interface NormalLabels {
  readonly generator: 'concat' | 'conditionalBatchNorm' | null;
  readonly discriminator: 'concat' | 'projection' | 'auxiliary' | null;
  /** Length of the trained vector that stands for a class; null for the one-hot class. */
  readonly embedding: number | null;
  /** Layer of the discriminator that heads read; null for what its last layer reads. */
  readonly features: string | null;
  readonly auxiliary: NormalAuxiliary;
  readonly codes: NormalCodes | null;
}

export interface NormalGradientClip {
  readonly by: 'norm' | 'value';
  readonly limit: Scheduled;
}

export interface NormalTraining {
  readonly batchSize: number;
  /** Iterations. */
  readonly steps: number;
  readonly update: 'alternating' | 'simultaneous' | 'extraGradient';
  /** Which network an alternating iteration updates first. */
  readonly first: 'discriminator' | 'generator';
  /** Discriminator updates per iteration. */
  readonly discriminatorSteps: number;
  /** Generator updates per iteration. */
  readonly generatorSteps: number;
  /** Batches whose gradients are averaged for one update. */
  readonly gradientAccumulation: number;
  /** Whether several discriminator updates of an iteration see one real batch. */
  readonly realBatches: 'fresh' | 'repeated';
  /** Whether the generator's update takes the latent vectors of the discriminator's last. */
  readonly latents: 'fresh' | 'reused';
  /** Whether real and generated samples are scored in a pass each or in one batch. */
  readonly scoring: 'apart' | 'together';
  /** Samples that the discriminator sees at once. */
  readonly packing: number;
  /** Share of the generated samples whose gradients reach the generator. */
  readonly topK: Scheduled;
  readonly augment: NormalAugment | null;
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
  readonly labels: NormalLabels | null;
  readonly generator: NormalNetwork;
  readonly discriminator: NormalNetwork;
  readonly loss: Tagged & Readonly<Record<string, unknown>>;
  readonly penalties: readonly NormalPenalty[];
  readonly optimizers: { readonly generator: Tagged; readonly discriminator: Tagged };
  readonly training: NormalTraining;
  readonly monitor: NormalMonitor;
}
