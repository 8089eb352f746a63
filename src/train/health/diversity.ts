/** Diversity of samples. */
import type { TensorData } from '../../ir/tensorType.js';

/** Added to a distance, so that two equal samples have a logarithm. */
const epsilon = 1e-6;

/**
 * Geometric mean of the distances between all pairs of samples, exp(mean of log ‖xᵢ − xⱼ‖₂ for i < j). Unlike the arithmetic
 * mean, it falls with the share of pairs that are nearly equal, even where the others are far apart.
 * @param samples Shape `[count, …]`.
 */
export function diversityOf({ shape, data }: Pick<TensorData, 'shape' | 'data'>): number {
  const [count = 0] = shape;
  const size = data.length / count;
  let sum = 0;
  for (let i = 1; i < count; i += 1) {
    for (let j = 0; j < i; j += 1)
      sum += Math.log(distance(data, i * size, j * size, size) + epsilon);
  }
  return Math.exp(sum / ((count * (count - 1)) / 2));
}

function distance(data: ArrayLike<number>, first: number, second: number, size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) {
    const difference = (data[first + at] ?? 0) - (data[second + at] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}
