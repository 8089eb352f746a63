/** Gradients of the kernels that sum over elements: reductions, matrix products, convolutions, up-sampling. */
import { keptShape } from '../../ir/broadcast.js';
import type { ConvAttributes } from '../../ir/kernels.js';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { tf, type Tensor } from '../../tf.js';
import type { GradientCall, Rules } from './rule.js';
import { unbroadcast } from './unbroadcast.js';

type Reduction = GradientCall<'Sum' | 'Mean' | 'Max' | 'Min'>;

/** The output of a reduction, or its gradient, with the reduced axes as axes of size 1. */
function withKeptAxes(reduced: Tensor, { inputs: [x], attributes }: Reduction): Tensor {
  const { axis, keepDims } = attributes;
  if (keepDims || axis.length === 0) return reduced;
  return tf.reshape(reduced, [...keptShape(x.shape, axis)]);
}

function spread(gradient: Tensor, call: Reduction): Tensor {
  const shape: Shape = call.inputs[0].shape;
  const kept = withKeptAxes(gradient, call);
  return call.recorder.emit('BroadcastTo', [kept], { shape });
}

/** The gradient of an extremum, shared equally among the elements that attain it, as in TensorFlow and PyTorch's `amax`. */
function shared(call: Reduction): Tensor {
  const [x] = call.inputs;
  const chosen = tf.cast(tf.equal(x, withKeptAxes(call.output, call)), 'float32');
  const count = tf.sum(chosen, [...call.attributes.axis], true);
  return tf.mul(chosen, tf.div(withKeptAxes(call.gradient, call), count));
}

function geometry({ strides, padding }: ConvAttributes): ConvAttributes {
  return { strides, padding };
}

/** The rules, by kernel. */
export const contractionGradients = {
  Sum: (call) => [() => spread(call.gradient, call)],
  Mean: (call) => [
    () => {
      const count = sizeOf(call.inputs[0].shape) / sizeOf(call.output.shape);
      return spread(tf.div(call.gradient, count), call);
    },
  ],
  Max: (call) => [() => shared(call)],
  Min: (call) => [() => shared(call)],
  BatchMatMul: ({ inputs: [a, b], attributes, gradient, recorder }) => {
    const { transposeA, transposeB } = attributes;
    const product = (left: Tensor, right: Tensor, turnLeft: boolean, turnRight: boolean) =>
      recorder.emit('BatchMatMul', [left, right], { transposeA: turnLeft, transposeB: turnRight });
    return [
      () =>
        unbroadcast(
          transposeA
            ? product(b, gradient, transposeB, true)
            : product(gradient, b, false, !transposeB),
          a.shape,
        ),
      () =>
        unbroadcast(
          transposeB
            ? product(gradient, a, true, transposeA)
            : product(a, gradient, !transposeA, false),
          b.shape,
        ),
    ];
  },
  // A convolution is linear in the image and in the filter, so the three kernels are each other's gradients.
  Conv2D: ({ inputs: [x, filter], attributes, gradient, recorder }) => [
    () =>
      recorder.emit('Conv2DBackpropInput', [gradient, filter], {
        ...geometry(attributes),
        inputShape: x.shape,
      }),
    () =>
      recorder.emit('Conv2DBackpropFilter', [x, gradient], {
        ...geometry(attributes),
        filterShape: filter.shape,
      }),
  ],
  Conv2DBackpropInput: ({ inputs: [dy, filter], attributes, gradient, recorder }) => [
    () => recorder.emit('Conv2D', [gradient, filter], geometry(attributes)),
    () =>
      recorder.emit('Conv2DBackpropFilter', [gradient, dy], {
        ...geometry(attributes),
        filterShape: filter.shape,
      }),
  ],
  Conv2DBackpropFilter: ({ inputs: [x, dy], attributes, gradient, recorder }) => [
    () =>
      recorder.emit('Conv2DBackpropInput', [dy, gradient], {
        ...geometry(attributes),
        inputShape: x.shape,
      }),
    () => recorder.emit('Conv2D', [x, gradient], geometry(attributes)),
  ],
  UpSampleNearest: ({ attributes, gradient, recorder }) => [
    () => recorder.emit('UpSampleNearestGrad', [gradient], attributes),
  ],
  UpSampleNearestGrad: ({ attributes, gradient, recorder }) => [
    () => recorder.emit('UpSampleNearest', [gradient], attributes),
  ],
} satisfies Partial<Rules>;
