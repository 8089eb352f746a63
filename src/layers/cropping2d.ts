import { schemas, type Cropping2DLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf } from '../tf.js';
import { asImages, imageShape } from './shared/image.js';
import { sidesOf } from './shared/sides.js';

/**
 * Cropping of rows and columns at the edges: `[batch, height, width, channels]` →
 * `[batch, height − top − bottom, width − left − right, channels]`.
 */
export const cropping2d = defineLayer<Cropping2DLayer>({
  type: 'cropping2d',
  schema: schemas.cropping2d,
  outputShape: (input, { cropping }) => {
    const [height, width, channels] = imageShape(input, 'cropping2d');
    const [[top, bottom], [left, right]] = sidesOf(cropping);
    return [
      remaining(height, top, bottom, 'rows'),
      remaining(width, left, right, 'columns'),
      channels,
    ];
  },
  flops: () => 0,
  outputRange: (input) => input,
  apply: (x, { cropping }) => {
    const [batch, height, width, channels] = asImages(x).shape;
    const [[top, bottom], [left, right]] = sidesOf(cropping);
    const size = [batch, height - top - bottom, width - left - right, channels];
    return tf.slice(x, [0, top, left, 0], size);
  },
});

/** Number of rows or columns after cropping. @throws LayerShapeError if none remains. */
function remaining(size: number, before: number, after: number, what: string): number {
  if (before + after < size) return size - before - after;
  throw new LayerShapeError(
    `cropping2d cuts off ${before} and ${after} of ${size} ${what}, which leaves none`,
    `Cut off fewer than ${size} ${what} in all.`,
    'cropping',
  );
}
