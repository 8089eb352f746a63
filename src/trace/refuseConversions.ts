import { tf } from '../tf.js';
import type { Recorder } from './recorder.js';
import { recordingError } from './recordingError.js';

/** Messages by the kind of conversion that JavaScript asks for. */
const conversions = {
  number: [
    'JavaScript arithmetic got a tensor, which has no numbers before the graph runs',
    'Use tf.mul(a, b) for a * b, tf.div for /, tf.sub for -, tf.neg(a) for -a, tf.pow for **, tf.greater and tf.less for comparisons, tf.maximum and the like for Math.max.',
  ],
  default: [
    'JavaScript + or == got a tensor, which has no numbers before the graph runs',
    'Use tf.add(a, b) for a + b, tf.mul(a, b) for a * b, and tf.equal(a, b) for a == b.',
  ],
  string: [
    'a tensor was made into a text, and it has no numbers before the graph runs',
    'Print its shape instead: x.shape.',
  ],
} as const;

/**
 * Makes operators such as `a * b` on tensors throw, which would turn the tensors into text.
 * @returns a function that undoes it.
 */
export function refuseConversions(recorder: Recorder): () => void {
  const prototype: object = tf.Tensor.prototype;
  Object.defineProperty(prototype, Symbol.toPrimitive, {
    configurable: true,
    value: (kind: keyof typeof conversions): never => {
      const [message, hint] = conversions[kind];
      throw recordingError('read', recorder.origin, message, hint);
    },
  });
  return () => {
    Reflect.deleteProperty(prototype, Symbol.toPrimitive);
  };
}
