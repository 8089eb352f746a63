import { tf, type Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import { probeNumbers } from './probeNumbers.js';

/** Σ c·(y + y²) with a different weight c for each element, so that wrong elements of a gradient do not cancel. */
export function weighted(recorder: Recorder, y: Tensor): Tensor {
  const data = probeNumbers(y.size, 'elements', 0.25, 1.25);
  const weights = recorder.constant({ dtype: 'float32', shape: y.shape, data });
  return tf.sum(tf.mul(weights, tf.add(y, tf.square(y))));
}
