/** What windows see, place by place. */
import { convOutputSize } from '../../ir/convGeometry.js';
import { sizeOf } from '../../ir/tensorType.js';
import { tf, type Tensor } from '../../tf.js';
import { paddingOf, type AxisWindow } from './window.js';

/**
 * For each place t of a window, what all windows along an axis see there: taps[t][…, o, …] = x[…, o · stride + t − before, …].
 *
 * @param outside What they see beyond the ends of the axis.
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
  // The axis is cut into pieces as long as a stride: a tap is then one place in each of `count` pieces.
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

/** Adds places to the ends of an axis, or takes them away from its end where `after` is negative. */
function resizeAxis(
  x: Tensor,
  axis: number,
  [before, after]: readonly [number, number],
  value: number,
): Tensor {
  const paddings = x.shape.map((_, place): [number, number] =>
    place === axis ? [before, Math.max(after, 0)] : [0, 0],
  );
  const padded = before > 0 || after > 0 ? tf.pad(x, paddings, value) : x;
  if (after >= 0) return padded;
  const shape = padded.shape.with(axis, (padded.shape[axis] ?? 1) + after);
  const start = shape.map(() => 0);
  return tf.slice(padded, start, shape);
}
