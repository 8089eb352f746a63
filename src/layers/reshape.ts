import { schemas, type ReshapeLayer } from '../generated/layers.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf } from '../tf.js';
import { shapeText } from './shared/shapeText.js';

/** Reshapes each sample in row-major order: `[batch, …]` → `[batch, …shape]`; a size of −1 is computed. */
export const reshape = defineLayer<ReshapeLayer>({
  type: 'reshape',
  schema: schemas.reshape,
  outputShape: (input, { shape }) => completedShape(shape, input),
  flops: () => 0,
  outputRange: (input) => input,
  apply: (x, { shape }) => tf.reshape(x, [x.shape[0], ...completedShape(shape, x.shape.slice(1))]),
});

function completedShape(shape: Shape, input: Shape): Shape {
  const count = sizeOf(input);
  const known = sizeOf(shape.filter((size) => size !== -1));
  const open = shape.filter((size) => size === -1).length;
  if (open > 1) {
    throw new LayerShapeError(
      `reshape to ${shapeText(shape)} leaves ${open} sizes open`,
      'Write -1 for one size at most; it is computed from the others.',
      'shape',
    );
  }
  if (open === 0 ? known !== count : count % known !== 0) {
    const needed = open === 0 ? `${known}` : `a multiple of ${known}`;
    throw new LayerShapeError(
      `reshape to ${shapeText(shape)} needs ${needed} values, but its input ${shapeText(input)} has ${count}`,
      `Let the layer before it give ${needed} values, or choose a shape of ${count} values.`,
      'shape',
    );
  }
  return shape.map((size) => (size === -1 ? count / known : size));
}
