/** A spec after resolution: every shape, parameter and cost known before any tensor exists. Plain data. */
import type { Shape } from '../ir/tensorType.js';
import type { DatasetDescription } from '../entries/dataset.js';
import type { Interval } from '../entries/interval.js';
import type { ParameterSpec } from '../entries/parameter.js';
import type { Player } from '../entries/player.js';
import type { NormalLayer, NormalSpec } from './normalSpec.js';

/** The networks of a GAN by name; only `program/` knows who plays whom. `recognition` finds codes again in samples. */
export type NetworkName = Player | 'recognition';

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
  readonly name: NetworkName;
  readonly inputShape: Shape;
  /** Number of classes that its layers may read, or null for none. */
  readonly classes: number | null;
  readonly layers: readonly ResolvedLayer[];
  /** Name of the layer that gives the network's output. */
  readonly output: string;
  /** Names of layers that are read besides: by the classifier's loss, by the recognition network. */
  readonly heads: Heads;
  readonly outputShape: Shape;
  readonly outputRange: Interval;
  readonly parameterCount: number;
  readonly flops: number;
  readonly activationBytes: number;
}

/** Layers that something besides the next layer reads. */
export interface Heads {
  /** Its output is one logit for each class. */
  readonly classifier?: string;
  /** Its output is the input of the recognition network. */
  readonly features?: string;
}

export interface ResolvedGan {
  readonly spec: NormalSpec;
  readonly data: DatasetDescription;
  /** Number of classes that the networks are told of, or null where they are told none. */
  readonly classes: number | null;
  readonly networks: Readonly<Record<Player, ResolvedNetwork>> & {
    readonly recognition?: ResolvedNetwork;
  };
}
