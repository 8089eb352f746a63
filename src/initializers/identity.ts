import { schema, type IdentityInitializer } from '../generated/initializers/identity.js';
import { defineInitializer } from '../entries/define.js';
import { checkMatrix } from './shared/checkMatrix.js';

/**
 * `gain` where input and output have the same index, at the middle of the window of filters, else 0: a dense layer, or
 * a convolution with an odd window and `"same"` padding, starts as `gain` times the identity. Layers whose filters see a
 * part of the channels refuse it.
 *
 * @throws LayerShapeError for a vector, which has no diagonal.
 * @source Le, Jaitly, Hinton 2015, arXiv:1504.00941, section 2; for filters as `dirac_` of PyTorch
 */
export const identity = defineInitializer<IdentityInitializer>({
  type: 'identity',
  schema,
  distribution: (shape, { gain }) => {
    checkMatrix(shape, 'identity');
    return { kind: 'identity', gain };
  },
});
