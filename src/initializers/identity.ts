import { schemas, type IdentityInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { checkMatrix } from './shared/checkMatrix.js';

/**
 * Identity matrix times `gain`; for convolution kernels, at the centre of the window and 0 elsewhere. A dense layer, or a
 * convolution with an odd window and `"same"` padding, starts as `gain` times the identity. Layers whose filters see only
 * part of the channels refuse it.
 *
 * @throws LayerShapeError for a vector, which has no diagonal.
 * @source Le, Jaitly, Hinton 2015, arXiv:1504.00941, section 2; for convolution kernels: `dirac_` of PyTorch
 */
export const identity = defineInitializer<IdentityInitializer>({
  type: 'identity',
  schema: schemas.identity,
  distribution: (shape, { gain }) => {
    checkMatrix(shape, 'identity');
    return { kind: 'identity', gain };
  },
});
