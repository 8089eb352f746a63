import { schema, type OrthogonalInitializer } from '../generated/initializers/orthogonal.js';
import { defineInitializer } from '../registry/define.js';

/**
 * `gain` times a random matrix with orthonormal columns (or rows, where it has more columns than rows).
 * All axes of a kernel but the last are its rows.
 *
 * @source Saxe, McClelland, Ganguli 2013, arXiv:1312.6120
 */
export const orthogonal = defineInitializer<OrthogonalInitializer>({
  type: 'orthogonal',
  schema,
  distribution: (_shape, { gain }) => ({ kind: 'orthogonal', gain }),
});
