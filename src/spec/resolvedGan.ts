/** A spec after resolution: every shape, parameter and cost known before any tensor exists. Plain data. */
import type { Shape } from '../ir/tensorType.js';
import type { DatasetDescription, Interval, ParameterSpec } from '../registry/entries.js';
import type { NormalLayer, NormalSpec } from './normalSpec.js';

/** The networks of a GAN by name; only `program/` knows who plays whom. */
export type NetworkName = 'generator' | 'discriminator';

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
}

export interface ResolvedNetwork {
  readonly name: NetworkName;
  readonly inputShape: Shape;
  readonly layers: readonly ResolvedLayer[];
  readonly outputShape: Shape;
  readonly outputRange: Interval;
  readonly parameterCount: number;
  readonly flops: number;
  readonly activationBytes: number;
}

export interface ResolvedGan {
  readonly spec: NormalSpec;
  readonly data: DatasetDescription;
  readonly networks: Readonly<Record<NetworkName, ResolvedNetwork>>;
}
