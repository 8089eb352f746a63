/**
 * Sequences as layers see them: `[length, channels]`, with the batch axis in front where they are tensors. What is
 * computed on them is computed on images of height 1.
 */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/entries.js';
import { tf, type Tensor, type Tensor4D } from '../../tf.js';
import { shapeText } from './shapeText.js';

/**
 * The two sizes of a sequence.
 *
 * @param layer Type of the layer that reads it, for the message.
 * @throws LayerShapeError where the shape has not two axes.
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

/** Sequences `[batch, length, channels]` as images `[batch, 1, length, channels]`. */
export function asRows(x: Tensor): Tensor4D {
  const [batch = 1, length = 1, channels = 1] = x.shape;
  return tf.reshape(x, [batch, 1, length, channels]);
}

/** A kernel `[size, …, …]` as one `[1, size, …, …]` for images of height 1. */
export function asRowKernel(kernel: Tensor): Tensor4D {
  const [size = 1, first = 1, second = 1] = kernel.shape;
  return tf.reshape(kernel, [1, size, first, second]);
}

/** Images of height 1 as the sequences that they are. */
export function asSequences(images: Tensor4D): Tensor {
  const [batch, , length, channels] = images.shape;
  return tf.reshape(images, [batch, length, channels]);
}
