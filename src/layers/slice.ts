import { schemas, type SliceLayer } from '../generated/layers.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf } from '../tf.js';
import { axisIndex } from './shared/axis.js';
import { shapeText } from './shared/shapeText.js';

/**
 * A part of one axis: `size` entries from the index `begin` on. Of a latent vector `[batch, all]` it gives `[batch, size]`,
 * so that each block of a generator reads numbers of its own. FLOPs: none.
 *
 * @source Brock, Donahue, Simonyan 2019, arXiv:1809.11096, section 3.2 ("skip-z"), for parts of the latent vector.
 */
export const slice = defineLayer<SliceLayer>({
  type: 'slice',
  schema: schemas.slice,
  outputShape: (input, { axis, begin, size }) => {
    const at = axisIndex(axis, input, 'slice');
    const all = input[at] ?? 0;
    if (begin + size <= all) return input.with(at, size);
    throw new LayerShapeError(
      `slice takes ${size} entries from index ${begin} on, but axis ${axis} of ${shapeText(input)} has ${all}`,
      `Let begin and size be at most ${all} together.`,
      'size',
    );
  },
  flops: () => 0,
  outputRange: (input) => input,
  apply: (x, { axis, begin, size }) => {
    const at = axis < 0 ? x.rank + axis : axis;
    const starts = x.shape.map((_, index) => (index === at ? begin : 0));
    return tf.slice(x, starts, x.shape.with(at, size));
  },
});
