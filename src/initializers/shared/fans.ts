/** Fan-in and fan-out of a parameter: what variance-scaling initializers divide by. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';

interface Fans {
  /** Inputs that one output sums over. */
  readonly fanIn: number;
  /** Outputs that one input takes part in. */
  readonly fanOut: number;
}

/**
 * Fans of a kernel: in · window and out · window; those of a vector are its length, as in Keras.
 *
 * @param shape `[…window, in, out]`, `[in, out]` or `[size]`.
 */
export function fansOf(shape: Shape): Fans {
  const out = shape.at(-1) ?? 1;
  const input = shape.at(-2) ?? out;
  const window = sizeOf(shape.slice(0, -2));
  return { fanIn: input * window, fanOut: out * window };
}
