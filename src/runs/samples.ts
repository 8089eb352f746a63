import type { TensorData } from '../ir/tensorType.js';

/** Generated samples: `count` rows of the data set's shape. */
export type Samples = TensorData & {
  readonly data: Float32Array;
  /** Class of each sample; absent where the generator is told none. */
  readonly labels?: Int32Array;
};
