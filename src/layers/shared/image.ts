/** Images: shapes `[height, width, channels]`, tensors `[batch, height, width, channels]`. */
import type { Shape } from '../../ir/tensorType.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import type { Tensor, Tensor4D } from '../../tf.js';
import { shapeText } from './shapeText.js';

type ImageShape = readonly [height: number, width: number, channels: number];

/**
 * Height, width and channels of an image.
 *
 * @param layer Type of the layer that reads it, for the message.
 * @throws LayerShapeError unless the shape has three axes.
 */
export function imageShape(input: Shape, layer: string): ImageShape {
  const [height, width, channels] = input;
  if (input.length === 3 && height !== undefined && width !== undefined && channels !== undefined) {
    return [height, width, channels];
  }
  throw new LayerShapeError(
    `${layer} reads images [height, width, channels], but its input is ${shapeText(input)}`,
    'Put a reshape to three axes before it.',
  );
}

/** A batch of images as the rank-4 type that tfjs requires. */
export function asImages(x: Tensor): Tensor4D {
  // outputShape has refused every input of another rank.
  return x as Tensor4D;
}
