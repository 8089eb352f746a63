import type { SampleRows } from '../../entries/metric.js';
import { indexOfLargest } from './indexOfLargest.js';

/** Number of rows of logits with the largest one at each place. */
export function classCounts({ count, width, numbers }: SampleRows): readonly number[] {
  const counts = Array.from({ length: width }, () => 0);
  for (let i = 0; i < count; i++) {
    const best = indexOfLargest(numbers.subarray(i * width, (i + 1) * width));
    counts[best] = (counts[best] ?? 0) + 1;
  }
  return counts;
}
