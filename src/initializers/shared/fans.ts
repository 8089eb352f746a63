/** Fan-in and fan-out of a parameter, the divisors of variance-scaling initializers. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';

interface Fans {
  /** Number of inputs summed by each output. */
  readonly fanIn: number;
  /** Number of outputs that depend on each input. */
  readonly fanOut: number;
}

/**
 * Fans of a kernel, in · window size and out · window size; both fans of a vector are its length, as in Keras.
 *
 * @param shape `[…window, in, out]`, `[in, out]` or `[size]`.
 */
export function fansOf(shape: Shape): Fans {
  const out = shape.at(-1) ?? 1;
  const input = shape.at(-2) ?? out;
  const window = sizeOf(shape.slice(0, -2));
  return { fanIn: input * window, fanOut: out * window };
}
