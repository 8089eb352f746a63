import type { StreamAddress } from './stream.js';
import { WordStream } from './wordStream.js';

/**
 * A uniformly random permutation of 0 … count − 1 (Fisher and Yates, from the last place down).
 * @param count At most 2^32 − 1.
 */
export function shuffled(count: number, at: StreamAddress): Uint32Array {
  const words = new WordStream(at);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let last = count - 1; last > 0; last--) {
    const other = words.below(last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
