import { schema, type OrthogonalInitializer } from '../generated/initializers/orthogonal.js';
import { defineInitializer } from '../entries/define.js';
import { checkMatrix } from './shared/checkMatrix.js';

/**
 * `gain` times a random matrix with orthonormal columns (or rows, where it has more columns than rows).
 * All axes of a kernel but the last are its rows.
 *
 * @throws LayerShapeError for a vector, which has one column or one row as one likes.
 * @source Saxe, McClelland, Ganguli 2013, arXiv:1312.6120
 */
export const orthogonal = defineInitializer<OrthogonalInitializer>({
  type: 'orthogonal',
  schema,
  distribution: (shape, { gain }) => {
    checkMatrix(shape, 'orthogonal');
    return { kind: 'orthogonal', gain };
  },
});
