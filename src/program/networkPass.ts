/** A pass of a network: what it is given, and what it gives. */
import type { ResolvedNetwork } from '../language/resolvedGan.js';
import type { Tensor } from '../tf.js';

/** Inputs of a network, with their batch axis. */
export interface NetworkInputs {
  readonly input: Tensor;
  /** Classes of the samples, one-hot, where the GAN has classes. */
  readonly labels?: Tensor | undefined;
}

/** A recorded pass of a network. */
export interface NetworkPass {
  readonly output: Tensor;
  /** Output of a layer. @throws GanspecError GAN509 where there is none of that name. */
  readonly layer: (name: string) => Tensor;
}

/** Options of a pass. */
export interface PassOptions {
  /** Training mode, with batch statistics and dropout, or inference mode. */
  readonly training: boolean;
  /** True where this pass updates running statistics. */
  readonly updateStatistics: boolean;
  /** True where it also updates the vectors of spectral normalization; default: false. */
  readonly updateVectors?: boolean;
  /** Prefix of the weights' names: empty, or `ema/` for the averaged ones. */
  readonly weights?: '' | 'ema/';
  /** Prefix of the random inputs' names, for passes made by a penalty. */
  readonly prefix?: string;
  /** Moves the network's input (`input`) or the output of a layer; default: none. */
  readonly moved?: MovedOutput | undefined;
  /** This pass's share of random inputs that several passes of a step have in common; default: inputs of its own. */
  readonly part?: Part;
}

/** A tensor that is added to the output of a layer, of the same shape. */
export interface MovedOutput {
  /** Name of the layer, or `input`. */
  readonly layer: string;
  readonly by: Tensor;
}

/** Share `index` of `count` along the batch. */
export interface Part {
  readonly index: number;
  readonly count: number;
}

/** Records parts of a step as calls, so that its graph has the mathematics between them alone. */
export interface Outline {
  readonly network: (
    network: ResolvedNetwork,
    inputs: NetworkInputs,
    options: PassOptions,
  ) => NetworkPass;
  /** ∂ (Σ y) / ∂ x. */
  readonly gradient: (y: Tensor, x: Tensor) => Tensor;
  readonly augment: (images: Tensor, options: PassOptions) => Tensor;
}
