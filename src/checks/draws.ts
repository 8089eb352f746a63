/** Random inputs of a loss or a penalty that is evaluated outside a GAN. */
import { sizeOf } from '../ir/tensorType.js';
import { drawInto } from '../random/draw.js';
import type { Distribution } from '../random/distribution.js';
import type { LossContext } from '../entries/loss.js';

/**
 * Declares random tensors as `random` does, and draws their numbers from seed 0.
 * @param term First part of the names of the streams.
 * @param drawn Takes the numbers of each input.
 */
export function drawing(
  random: LossContext['random'],
  term: 'loss' | 'penalty',
  drawn: Map<string, Float64Array>,
): LossContext['random'] {
  return (name, shape, distribution) => {
    const tensor = random(name, shape, distribution);
    const numbers = new Float32Array(sizeOf(shape));
    // Schedules are at their first values, so that no probability is a tensor.
    const fixed = distribution as Distribution;
    drawInto(numbers, fixed, shape, { seed: 0, stream: `${term}/${name}`, step: 0 });
    drawn.set(`random/${name}`, Float64Array.from(numbers));
    return tensor;
  };
}
