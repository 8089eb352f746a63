import type { Interval } from '../../entries/interval.js';
import type { Shape } from '../../ir/tensorType.js';
import { floatBounds } from '../shared/bounds.js';
import { dataError } from '../shared/dataFile.js';
import type { NpyArray } from './readNpy.js';

/** Numbers from here on round to infinity in float32. */
const largestFloat = 2 ** 128 - 2 ** 104;
/** Numbers that are looked at together. */
const chunk = 2 ** 16;

/**
 * Least and greatest of the first `count` numbers of an array.
 * @param bounds Between which all must lie; null for all that are finite in float32.
 * @throws GanspecError GAN412 with the index of a number outside.
 */
export function numberExtent(array: NpyArray, count: number, bounds: Interval | null): Interval {
  const [low, high] = bounds ? floatBounds(bounds) : [-largestFloat, largestFloat];
  let [least, greatest] = [Infinity, -Infinity];
  const numbers = new Float64Array(Math.min(chunk, count));
  for (let first = 0; first < count; first += chunk) {
    const some = numbers.subarray(0, Math.min(chunk, count - first));
    array.read(first, some);
    for (let i = 0; i < some.length; i++) {
      const value = some[i] ?? NaN;
      if (!(value >= low && value <= high)) {
        const wanted = bounds ? `between ${bounds[0]} and ${bounds[1]}` : 'a finite number';
        const index = indexOf(first + i, array.shape).join(', ');
        throw dataError(
          'GAN412',
          `${array.file}: the number at [${index}] is ${value}, not ${wanted}`,
          bounds
            ? 'Set "bounds" to the least and the greatest number, array.min() and array.max().'
            : 'Leave out such samples, or save numpy.nan_to_num(array) in float32.',
        );
      }
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  return [least, greatest];
}

/** Index along each axis of the number at a place in row-major order. */
function indexOf(place: number, shape: Shape): readonly number[] {
  const index: number[] = [];
  let rest = place;
  for (const size of shape.toReversed()) {
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}
