/** Normal numbers by the Box-Muller transform. */
import type { Distribution } from './distribution.js';
import { counterOf, keyOf, philoxCalls, philoxWords } from './philox.js';
import type { StreamAddress } from './stream.js';

type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array;

/** Normal numbers drawn at a time for a truncated normal; a multiple of the 16 words of a group. */
const candidatesPerDraw = 1024;

/**
 * Fills `out` with mean + stddev·z, z standard normal, computed in float64.
 *
 * Elements 2i and 2i + 1 come from words a = 2i and b = 2i + 1 (Box and Muller 1958):
 *   r = √(−2 ln((a + ½)/2^32)),  t = 2π b/2^32,  z = r cos t and r sin t;  |z| ≤ 6.77.
 *
 * @param firstGroup Groups of words to skip.
 */
export function drawNormal(
  out: Numbers,
  mean: number,
  stddev: number,
  at: StreamAddress,
  firstGroup = 0,
): void {
  for (const { group, groups, start, count } of philoxCalls(out.length, 16)) {
    const words = philoxWords(keyOf(at), counterOf(at, firstGroup + group), groups);
    for (let i = 0; i < count; i += 2) {
      const radius = stddev * Math.sqrt(-2 * Math.log(((words[i] ?? 0) + 0.5) / 2 ** 32));
      const angle = ((2 * Math.PI) / 2 ** 32) * (words[i + 1] ?? 0);
      out[start + i] = mean + radius * Math.cos(angle);
      // Beyond the end of an array of odd length this write has no effect.
      out[start + i + 1] = mean + radius * Math.sin(angle);
    }
  }
}

/** Fills `out` as `drawNormal` does, skipping every z beyond the limit. */
export function drawTruncatedNormal(
  out: Numbers,
  { mean, stddev, limit = 2 }: Extract<Distribution, { kind: 'truncatedNormal' }>,
  at: StreamAddress,
): void {
  const candidates = new Float64Array(candidatesPerDraw);
  for (let filled = 0, group = 0; filled < out.length; group += candidatesPerDraw / 16) {
    drawNormal(candidates, 0, 1, at, group);
    for (const z of candidates) {
      // Writes beyond the end of the array have no effect.
      if (Math.abs(z) <= limit) out[filled++] = mean + stddev * z;
    }
  }
}
