/** Convolutions and transposed convolutions with explicit padding of each side. */
import { tf, type tfjs, type Tensor4D } from '../../tf.js';
import { transposedSize, paddingOf, type ImageWindows } from './window.js';

/** Padding of the four axes for images of this shape. */
function explicitPadding(
  [, height, width]: Tensor4D['shape'],
  [vertical, horizontal]: ImageWindows,
): tfjs.backend_util.ExplicitPadding {
  return [[0, 0], [...paddingOf(height, vertical)], [...paddingOf(width, horizontal)], [0, 0]];
}

function stridesOf([vertical, horizontal]: ImageWindows): [number, number] {
  return [vertical.stride, horizontal.stride];
}

/**
 * Convolution (cross-correlation) of images with a kernel.
 *
 * @param images `[batch, height, width, in]`
 * @param kernel `[height, width, in, out]`
 */
export function convolve(images: Tensor4D, kernel: Tensor4D, windows: ImageWindows): Tensor4D {
  return tf.conv2d(images, kernel, stridesOf(windows), explicitPadding(images.shape, windows));
}

/**
 * Transposed convolution: the adjoint of the convolution with the same kernel and windows.
 *
 * @param images `[batch, height, width, in]`
 * @param kernel `[height, width, out, in]`
 */
export function convolveTransposed(
  images: Tensor4D,
  kernel: Tensor4D,
  windows: ImageWindows,
  outputPadding: readonly [number, number],
): Tensor4D {
  const [batch, height, width] = images.shape;
  const outputShape: Tensor4D['shape'] = [
    batch,
    transposedSize(height, windows[0], outputPadding[0]),
    transposedSize(width, windows[1], outputPadding[1]),
    kernel.shape[2],
  ];
  const padding = explicitPadding(outputShape, windows);
  return tf.conv2dTranspose(images, kernel, outputShape, stridesOf(windows), padding);
}
