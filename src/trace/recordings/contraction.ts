/** Recordings of the tfjs kernels for matrix products, convolutions, up-sampling and normalization. */
import { convOutputSizes, spatialPair } from '../../ir/convGeometry.js';
import type { ConvAttributes } from '../../ir/kernels.js';
import { tf, type tfjs, type Tensor } from '../../tf.js';
import type { Recorder } from '../recorder.js';
import { recordingError } from '../recordingError.js';
import { recording, type Recording } from './recording.js';

type Four = [number, number, number, number];

/** The geometry of a convolution as tfjs describes it. */
interface Geometry extends Omit<tfjs.Conv2DAttrs, 'dilations'> {
  readonly dilations?: tfjs.Conv2DAttrs['dilations'];
}

function unsupported(recorder: Recorder, message: string, hint: string) {
  return recordingError('unsupported', recorder.origin, message, hint);
}

/** Strides and padding as numbers. */
function convAttributes(
  recorder: Recorder,
  image: readonly number[],
  filter: readonly number[],
  { strides, pad, dataFormat, dilations = 1, dimRoundingMode }: Geometry,
): ConvAttributes {
  // Undefined at run time where a kernel is called without it, as by the gradients of tfjs.
  const format: string = dataFormat;
  if (format === 'NCHW') {
    throw unsupported(recorder, 'a convolution takes images as NCHW', 'Give images as NHWC.');
  }
  if ([dilations].flat().some((dilation) => dilation !== 1)) {
    throw unsupported(recorder, 'a convolution is dilated', 'Use dilations of 1.');
  }
  const { strideHeight, strideWidth, padInfo, outHeight, outWidth } =
    tf.backend_util.computeConv2DInfo(
      // tfjs calls these kernels with images and filters of four axes.
      image as Four,
      filter as Four,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
  const { top, bottom, left, right } = padInfo;
  const attributes: ConvAttributes = {
    strides: [strideHeight, strideWidth],
    padding: [
      [top, bottom],
      [left, right],
    ],
  };
  const fits = convOutputSizes(
    spatialPair(image, 1),
    spatialPair(filter, 0),
    attributes.strides,
    attributes.padding,
  );
  // tfjs rounds up on demand, and treats a number as padding for square filters.
  if (fits[0] !== outHeight || fits[1] !== outWidth) {
    throw unsupported(
      recorder,
      `a convolution gives ${outHeight} x ${outWidth} positions, where its windows fit ${fits.join(' x ')} times`,
      'Give the padding of each side, and no dimRoundingMode.',
    );
  }
  return attributes;
}

interface Fusion {
  readonly activation: tfjs.backend_util.Activation;
  readonly leakyreluAlpha?: number;
}

/** The bias and the activation that tf.fused functions apply to the product. */
function finish(
  recorder: Recorder,
  product: Tensor,
  bias: Tensor | undefined,
  slopes: Tensor | undefined,
  { activation, leakyreluAlpha }: Fusion,
): Tensor {
  const x = bias === undefined ? product : tf.add(product, bias);
  switch (activation) {
    case 'linear':
      return x;
    case 'relu':
      return tf.relu(x);
    case 'relu6':
      return tf.relu6(x);
    case 'elu':
      return tf.elu(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'leakyrelu':
      return tf.leakyRelu(x, leakyreluAlpha);
    case 'prelu':
      if (slopes !== undefined) return tf.prelu(x, slopes);
  }
  throw unsupported(recorder, `a fused activation is ${activation}`, 'Apply it as its own step.');
}

/** The recordings, by tfjs kernel. */
export const contractionRecordings: Readonly<Record<string, Recording>> = {
  BatchMatMul: recording<'a' | 'b', tfjs.BatchMatMulAttrs>(
    (recorder, { a, b }, { transposeA, transposeB }) =>
      recorder.emit('BatchMatMul', [a, b], { transposeA, transposeB }),
  ),
  _FusedMatMul: recording<'a' | 'b', tfjs._FusedMatMulAttrs, 'bias' | 'preluActivationWeights'>(
    (recorder, { a, b, bias, preluActivationWeights }, attributes) => {
      const product = tf.matMul(a, b, attributes.transposeA, attributes.transposeB);
      return finish(recorder, product, bias, preluActivationWeights, attributes);
    },
  ),
  Conv2D: recording<'x' | 'filter', tfjs.Conv2DAttrs>((recorder, { x, filter }, attributes) =>
    recorder.emit(
      'Conv2D',
      [x, filter],
      convAttributes(recorder, x.shape, filter.shape, attributes),
    ),
  ),
  FusedConv2D: recording<'x' | 'filter', tfjs.FusedConv2DAttrs, 'bias' | 'preluActivationWeights'>(
    (recorder, { x, filter, bias, preluActivationWeights }, attributes) => {
      const product = recorder.emit(
        'Conv2D',
        [x, filter],
        convAttributes(recorder, x.shape, filter.shape, attributes),
      );
      return finish(recorder, product, bias, preluActivationWeights, attributes);
    },
  ),
  Conv2DBackpropInput: recording<'dy' | 'filter', tfjs.Conv2DBackpropInputAttrs>(
    (recorder, { dy, filter }, attributes) =>
      recorder.emit('Conv2DBackpropInput', [dy, filter], {
        ...convAttributes(recorder, attributes.inputShape, filter.shape, attributes),
        inputShape: [...attributes.inputShape],
      }),
  ),
  Conv2DBackpropFilter: recording<'x' | 'dy', tfjs.Conv2DBackpropFilterAttrs>(
    (recorder, { x, dy }, attributes) =>
      recorder.emit('Conv2DBackpropFilter', [x, dy], {
        ...convAttributes(recorder, x.shape, attributes.filterShape, attributes),
        filterShape: [...attributes.filterShape],
      }),
  ),
  ResizeNearestNeighbor: recording<'images', tfjs.ResizeNearestNeighborAttrs>(
    (recorder, { images }, { alignCorners, size }) => {
      const [, height = NaN, width = NaN] = images.shape;
      const factors = [size[0] / height, size[1] / width] as const;
      if (alignCorners || !factors.every(Number.isInteger)) {
        throw unsupported(
          recorder,
          `images of ${height} x ${width} are resized to ${size.join(' x ')}`,
          'Resize by whole factors and without alignCorners.',
        );
      }
      return recorder.emit('UpSampleNearest', [images], { factors });
    },
  ),
  FusedBatchNorm: recording<
    'x' | 'mean' | 'variance',
    tfjs.FusedBatchNormAttrs,
    'scale' | 'offset'
  >((_, { x, mean, variance, scale, offset }, { varianceEpsilon }) => {
    const inverse = tf.rsqrt(tf.add(variance, varianceEpsilon));
    const factor = scale === undefined ? inverse : tf.mul(inverse, scale);
    const scaled = tf.mul(tf.sub(x, mean), factor);
    return offset === undefined ? scaled : tf.add(scaled, offset);
  }),
};
