/** How many windows fit along one axis of an image. */
import { LayerShapeError } from '../../registry/entries.js';

type Padding = 'same' | 'valid';

/**
 * Size of a convolution's output: ceil(size / stride), or floor((size − kernel) / stride) + 1 without padding.
 *
 * @throws LayerShapeError where the kernel is larger than an input that is not padded.
 */
export function convolvedSize(
  size: number,
  kernel: number,
  stride: number,
  padding: Padding,
): number {
  if (padding === 'same') return Math.ceil(size / stride);
  if (kernel <= size) return Math.floor((size - kernel) / stride) + 1;
  throw new LayerShapeError(
    `a kernel of size ${kernel} does not fit into an input of size ${size} under "valid" padding`,
    `Use "same" padding, or a kernelSize of at most ${size}.`,
    'kernelSize',
  );
}

/**
 * Size of a transposed convolution's output, from which a convolution would come back to `size`:
 * size · stride, or size · stride + max(kernel − stride, 0) without padding.
 */
export function enlargedSize(
  size: number,
  kernel: number,
  stride: number,
  padding: Padding,
): number {
  return size * stride + (padding === 'same' ? 0 : Math.max(kernel - stride, 0));
}
