import { schemas, type PhaseShuffleLayer } from '../generated/layers.js';
import { sizeOf } from '../ir/tensorType.js';
import { defineLayer } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import { tf, type Tensor } from '../tf.js';
import { sequenceShape } from './shared/sequence.js';
import { tapsAlong } from './shared/taps.js';

/**
 * Phase shuffle: in training y[i] = x[i + s] with a random shift s for each sample, uniform on the integers from −radius
 * to radius, and x mirrored at its first and last value (2 1 | 0 1 2 … | …); in inference y = x.
 *
 * s = ⌊(2 · radius + 1) · u⌋ − radius with the random input `phase`, u `[batch, 1]` ~ U[0, 1). The authors' code draws
 * one s for a whole batch, and never scores in inference. FLOPs: 2 per value and possible shift.
 *
 * @source Donahue, McAuley, Puckette 2019, arXiv:1802.04208, section 3.3; `apply_phaseshuffle` of the authors' code
 */
export const phaseShuffle = defineLayer<PhaseShuffleLayer>({
  type: 'phaseShuffle',
  schema: schemas.phaseShuffle,
  outputShape: (input, { radius }) => {
    const [length] = sequenceShape(input, 'phaseShuffle');
    if (radius < length) return input;
    throw new LayerShapeError(
      `phaseShuffle by up to ${radius} steps cannot mirror a sequence of length ${length}`,
      `Use a radius of at most ${length - 1}.`,
      'radius',
    );
  },
  flops: (input, _output, { radius }) => 2 * (2 * radius + 1) * sizeOf(input),
  outputRange: (input) => input,
  apply: (x, { radius }, _weights, context) => {
    if (!context.training || radius === 0) return x;
    const [batch = 1] = x.shape;
    const shifts = 2 * radius + 1;
    const phase = context.random('phase', [batch, 1], { kind: 'uniform', low: 0, high: 1 });
    const chosen = tf.reshape(tf.floor(tf.mul(phase, shifts)), [batch, 1, 1]);
    // A sum of slices with factors 0 and 1, so that derivatives of any order have the same form.
    const window = { kernel: shifts, stride: 1, padding: 'valid' } as const;
    return tapsAlong(mirrored(x, radius), 1, window, 0)
      .map((shifted, shift) => tf.mul(shifted, tf.cast(tf.equal(chosen, shift), 'float32')))
      .reduce((sum, one) => tf.add(sum, one));
  },
});

/** Sequences padded at both ends by `radius` mirrored steps. */
function mirrored(x: Tensor, radius: number): Tensor {
  const [batch = 1, length = 1, channels = 1] = x.shape;
  const reversed = (start: number): Tensor =>
    tf.reverse(tf.slice(x, [0, start, 0], [batch, radius, channels]), 1);
  return tf.concat([reversed(1), x, reversed(length - 1 - radius)], 1);
}
