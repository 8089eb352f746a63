/** Recordings of the tfjs kernels that reduce axes. */
import { tf, type tfjs } from '../../tf.js';
import { asReal, recording, sortedAxes, type Recording } from './recording.js';

/** The recordings, by tfjs kernel. */
export const reductionRecordings: Readonly<Record<string, Recording>> = {
  Sum: recording<'x', tfjs.SumAttrs>((recorder, { x }, { axis, keepDims }) =>
    recorder.emit('Sum', [x], { axis: sortedAxes(axis, x.shape), keepDims }),
  ),
  Mean: recording<'x', tfjs.MeanAttrs>((recorder, { x }, { axis, keepDims }) =>
    recorder.emit('Mean', [asReal(x)], { axis: sortedAxes(axis, x.shape), keepDims }),
  ),
  Max: recording<'x', tfjs.MaxAttrs>((recorder, { x }, { reductionIndices, keepDims }) =>
    recorder.emit('Max', [x], { axis: sortedAxes(reductionIndices, x.shape), keepDims }),
  ),
  Min: recording<'x', tfjs.MinAttrs>((recorder, { x }, { axis, keepDims }) =>
    recorder.emit('Min', [x], { axis: sortedAxes(axis, x.shape), keepDims }),
  ),
  // Subtracting the largest logit prevents overflow. It does not change the result, so it needs no gradient.
  Softmax: recording<'logits', tfjs.SoftmaxAttrs>((recorder, { logits }, { dim }) => {
    const largest = recorder.stopGradient(tf.max(logits, dim, true));
    const powers = tf.exp(tf.sub(logits, largest));
    return tf.div(powers, tf.sum(powers, dim, true));
  }),
  LogSoftmax: recording<'logits', tfjs.LogSoftmaxAttrs>((recorder, { logits }, { axis }) => {
    const largest = recorder.stopGradient(tf.max(logits, axis, true));
    const shifted = tf.sub(logits, largest);
    return tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), axis, true)));
  }),
};
