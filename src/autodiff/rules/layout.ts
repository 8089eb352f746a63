/** Gradients of the kernels that move, repeat or cut elements: elements are moved back, and summed where they were repeated. */
import { tf } from '../../tf.js';
import type { Rules } from './rule.js';
import { unbroadcast } from './unbroadcast.js';

/** The rules, by kernel. */
export const layoutGradients = {
  Reshape: ({ inputs: [x], gradient }) => [() => tf.reshape(gradient, x.shape)],
  Transpose: ({ attributes: { perm }, gradient }) => [
    () =>
      tf.transpose(
        gradient,
        perm.map((_, axis) => perm.indexOf(axis)),
      ),
  ],
  BroadcastTo: ({ inputs: [x], gradient }) => [() => unbroadcast(gradient, x.shape)],
  Tile: ({ inputs: [x], attributes: { reps }, gradient }) => [
    () => {
      const counted = x.shape.flatMap((size, axis) => [reps[axis] ?? 1, size]);
      const repeats = reps.map((_, axis) => 2 * axis);
      return tf.sum(tf.reshape(gradient, counted), repeats);
    },
  ],
  PadV2: ({ inputs: [x], attributes: { paddings }, gradient, recorder }) => [
    () =>
      recorder.emit('Slice', [gradient], {
        begin: paddings.map(([before]) => before),
        size: x.shape,
      }),
  ],
  Slice: ({ inputs: [x], attributes: { begin, size }, gradient, recorder }) => [
    () =>
      recorder.emit('PadV2', [gradient], {
        paddings: x.shape.map((whole, axis) => {
          const before = begin[axis] ?? 0;
          return [before, whole - before - (size[axis] ?? 0)] as const;
        }),
        constantValue: 0,
      }),
  ],
  Reverse: ({ attributes, gradient, recorder }) => [
    () => recorder.emit('Reverse', [gradient], attributes),
  ],
  Concat: ({ inputs, attributes: { axis }, gradient, recorder }) => {
    let end = 0;
    return inputs.map(({ shape }) => {
      const start = end;
      end += shape[axis] ?? 0;
      const begin = shape.map((_, place) => (place === axis ? start : 0));
      return () => recorder.emit('Slice', [gradient], { begin, size: shape });
    });
  },
} satisfies Partial<Rules>;
