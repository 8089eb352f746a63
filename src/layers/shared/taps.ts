/** Sliding windows, one position of the window at a time. */
import { convOutputSize } from '../../ir/convGeometry.js';
import { sizeOf } from '../../ir/tensorType.js';
import { tf, type Tensor } from '../../tf.js';
import { paddingOf, type AxisWindow } from './window.js';

/**
 * For each position t of a window, the values of all windows along an axis at that position:
 * taps[t][…, o, …] = x[…, o · stride + t − before, …], with `before` the padding at the start.
 *
 * @param outside Value beyond the ends of the axis.
 */
export function tapsAlong(
  x: Tensor,
  axis: number,
  window: AxisWindow,
  outside: number,
): readonly Tensor[] {
  const { kernel, stride } = window;
  const size = x.shape[axis] ?? 1;
  const padding = paddingOf(size, window);
  const count = convOutputSize(size, kernel, stride, padding);
  // The axis is cut into pieces of the stride's length: a tap is then one position in each of `count` pieces.
  const pieces = count - 1 + Math.ceil(kernel / stride);
  const resized = resizeAxis(x, axis, [padding[0], pieces * stride - size - padding[0]], outside);
  const inner = sizeOf(x.shape.slice(axis + 1));
  const outer = sizeOf(x.shape.slice(0, axis));
  const cut = tf.reshape(resized, [outer, pieces, stride * inner]);
  return Array.from({ length: kernel }, (_, tap) => {
    const begin = [0, Math.floor(tap / stride), (tap % stride) * inner];
    return tf.reshape(tf.slice(cut, begin, [outer, count, inner]), x.shape.with(axis, count));
  });
}

/** Pads both ends of an axis with a value, or crops its end if `after` is negative. */
function resizeAxis(
  x: Tensor,
  axis: number,
  [before, after]: readonly [number, number],
  value: number,
): Tensor {
  const paddings = x.shape.map((_, index): [number, number] =>
    index === axis ? [before, Math.max(after, 0)] : [0, 0],
  );
  const padded = before > 0 || after > 0 ? tf.pad(x, paddings, value) : x;
  if (after >= 0) return padded;
  const shape = padded.shape.with(axis, (padded.shape[axis] ?? 1) + after);
  const start = shape.map(() => 0);
  return tf.slice(padded, start, shape);
}
