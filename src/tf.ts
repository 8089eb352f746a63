/** The only door to TensorFlow.js: every other module takes `tf` from here. */
import * as tf from '@tensorflow/tfjs-core';
import { InternalError } from './diagnostics/errors.js';

const pinned = '4.22.0';
const found: string = tf.version_core;
if (found !== pinned) {
  throw new InternalError(
    `ganspec is built on @tensorflow/tfjs-core ${pinned} and found ${found}; install that version.`,
  );
}

export { tf };
export type {
  DataType,
  NamedTensorMap,
  Rank,
  Scalar,
  Tensor,
  Tensor4D,
} from '@tensorflow/tfjs-core';
