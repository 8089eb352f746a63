import type { Shape } from '../ir/tensorType.js';
import type { Tensor } from '../tf.js';
import type { ScheduledDistribution } from './config.js';

/** Context of a layer while its forward pass is recorded; its functions may be destructured. */
export interface LayerContext {
  /** False in inference mode (`sample` and `score` graphs): running statistics are used, dropout is off. */
  readonly training: boolean;
  /** A tensor of random numbers, declared as graph input `<network>/<layer>/<name>`; the leading axis is the batch where `shape` starts with it. */
  readonly random: (name: string, shape: Shape, distribution: ScheduledDistribution) => Tensor;
  /** A tensor of fixed numbers in row-major order. */
  readonly constant: (values: readonly number[], shape: Shape) => Tensor;
  /** Gives a non-trainable parameter its next value. */
  readonly update: (parameter: string, value: Tensor) => void;
  /** The same numbers, through which no gradient flows. */
  readonly stopGradient: <T extends Tensor>(x: T) => T;
  /** Applies the activation of an `activation` option. */
  readonly activate: (x: Tensor, activation: unknown) => Tensor;
}
