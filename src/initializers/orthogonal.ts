import { schemas, type OrthogonalInitializer } from '../generated/initializers.js';
import { defineInitializer } from '../entries/initializer.js';
import { checkMatrix } from './shared/checkMatrix.js';

/**
 * `gain` times a random matrix with orthonormal columns (orthonormal rows if it has more columns than rows). The last
 * axis of a kernel indexes the columns, all other axes together the rows.
 *
 * @throws LayerShapeError for a vector, which may be read as one column or as one row.
 * @source Saxe, McClelland, Ganguli 2013, arXiv:1312.6120
 */
export const orthogonal = defineInitializer<OrthogonalInitializer>({
  type: 'orthogonal',
  schema: schemas.orthogonal,
  distribution: (shape, { gain }) => {
    checkMatrix(shape, 'orthogonal');
    return { kind: 'orthogonal', gain };
  },
});
