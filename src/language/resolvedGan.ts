/** A spec after resolution: every shape, parameter and cost known before any tensor exists. Plain data. */
import type { Shape } from '../ir/tensorType.js';
import type { DatasetDescription } from '../entries/dataset.js';
import type { Interval } from '../entries/interval.js';
import type { ParameterSpec } from '../entries/parameter.js';
import type { Player } from '../entries/player.js';
import type { NormalLayer, NormalSpec } from './normalSpec.js';
import type { ByRole, Role } from './resolve/roles.js';

export interface ResolvedLayer {
  readonly name: string;
  readonly type: string;
  /** JSON Pointer of the layer in the spec. */
  readonly pointer: string;
  readonly config: NormalLayer;
  /** Names of the layers it reads; `"input"` is the network's input. */
  readonly inputs: readonly string[];
  /** Without the batch axis. */
  readonly outputShape: Shape;
  readonly parameters: readonly ParameterSpec[];
  /** Trainable numbers. */
  readonly parameterCount: number;
  /** Floating-point operations of one sample's forward pass; a multiply-add counts as two. */
  readonly flops: number;
  /** Bytes of one sample's output in float32. */
  readonly activationBytes: number;
  readonly acrossBatch: boolean;
  /** The least number of samples in a batch that it can be trained with. */
  readonly minBatchSize: number;
}

export interface ResolvedNetwork {
  /** First part of the names of its state tensors. */
  readonly name: string;
  readonly role: Role;
  /** The key among `optimizers` of the optimizer that updates it, which minimises the loss of that player. */
  readonly optimizer: Player;
  readonly inputShape: Shape;
  /** Number of classes that its layers may read, or null for none. */
  readonly classes: number | null;
  readonly layers: readonly ResolvedLayer[];
  /** Name of the layer that gives the network's output. */
  readonly output: string;
  /** Layers that are read from outside the network. */
  readonly heads: Heads;
  readonly outputShape: Shape;
  readonly outputRange: Interval;
  readonly parameterCount: number;
  readonly flops: number;
  readonly activationBytes: number;
}

/** Names of layers that are read from outside their network. */
export interface Heads {
  /** Gives one logit for each class, to the auxiliary classifier's loss. */
  readonly classifier?: string;
  /** Gives the input of the recognition network. */
  readonly features?: string;
}

/**
 * Training steps, which update parameters: `joint` for a simultaneous update, after an `extrapolation` where the update
 * is extra-gradient; else one for each player.
 */
export type StepName = 'extrapolation' | 'joint' | Player;

/** One line of an iteration: a step, how often it runs and what it trains. */
export interface StepPlan {
  readonly step: StepName;
  /** The players whose losses it minimises, in order; it updates the networks of their optimizers. */
  readonly trains: readonly Player[];
  /** Runs in one iteration. */
  readonly times: number;
  /** Runs that make one update: all but the last only add up their gradients. */
  readonly accumulation: number;
  /** Penalties that act on every n-th update only, starting with the first; each combination has a graph of its own. */
  readonly lazy: readonly { readonly name: string; readonly every: number }[];
}

export interface ResolvedGan {
  readonly spec: NormalSpec;
  readonly data: DatasetDescription;
  /** Number of classes that the networks are conditioned on, or null without conditioning. */
  readonly classes: number | null;
  /** The networks by role. */
  readonly networks: ByRole<ResolvedNetwork>;
  /** One iteration of training, in order. */
  readonly iteration: readonly StepPlan[];
}
