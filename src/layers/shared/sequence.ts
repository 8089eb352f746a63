/**
 * Sequences: shapes `[length, channels]`, tensors `[batch, length, channels]`. Operations on sequences are computed as
 * operations on images of height 1.
 */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import { tf, type Tensor, type Tensor4D } from '../../tf.js';
import { shapeText } from './shapeText.js';

/**
 * Length and channels of a sequence.
 *
 * @param layer Type of the layer that reads it, for the message.
 * @throws LayerShapeError unless the shape has two axes.
 */
export function sequenceShape(
  input: Shape,
  layer: string,
): readonly [length: number, channels: number] {
  const [length, channels] = input;
  if (input.length === 2 && length !== undefined && channels !== undefined) {
    return [length, channels];
  }
  throw new LayerShapeError(
    `${layer} reads sequences [length, channels], but its input is ${shapeText(input)}`,
    'Put a reshape to two axes before it.',
  );
}

/** Reshapes sequences `[batch, length, channels]` to images `[batch, 1, length, channels]`. */
export function asRows(x: Tensor): Tensor4D {
  const [batch = 1, length = 1, channels = 1] = x.shape;
  return tf.reshape(x, [batch, 1, length, channels]);
}

/** Reshapes a kernel `[size, …, …]` to `[1, size, …, …]`, for images of height 1. */
export function asRowKernel(kernel: Tensor): Tensor4D {
  const [size = 1, first = 1, second = 1] = kernel.shape;
  return tf.reshape(kernel, [1, size, first, second]);
}

/** Reshapes images of height 1 to sequences `[batch, length, channels]`. */
export function asSequences(images: Tensor4D): Tensor {
  const [batch, , length, channels] = images.shape;
  return tf.reshape(images, [batch, length, channels]);
}
