/** Draws from distributions into arrays. */
import { InternalError } from '../diagnostics/errors.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import type { Distribution } from './distribution.js';
import { identityMatrix } from './identityMatrix.js';
import { drawNormal, drawTruncatedNormal } from './normal.js';
import { orthogonalMatrix } from './orthogonalMatrix.js';
import { counterOf, keyOf, philoxBits, philoxCalls, philoxWords } from './philox.js';
import type { StreamAddress } from './stream.js';
import { WordStream } from './wordStream.js';

/** The array of a tensor on the host. */
export type NumberArray = Float32Array | Int32Array | Uint8Array;

/**
 * Fills `out` with numbers of a distribution. Equal arguments give equal numbers.
 *
 * Only the address distinguishes draws: two distributions at the same address use the same random words.
 *
 * @param out As many elements as `shape` has.
 * @param shape Only used by `oneHot`, `orthogonal` and `identity`.
 */
export function drawInto(
  out: NumberArray,
  distribution: Distribution,
  shape: Shape,
  at: StreamAddress,
): void {
  if (out.length !== sizeOf(shape)) {
    throw new InternalError(`${at.stream}: ${out.length} numbers for the shape [${shape.join()}]`);
  }
  switch (distribution.kind) {
    case 'constant':
      out.fill(distribution.value);
      break;
    case 'uniform':
      drawUniform(out, distribution.low, distribution.high, at);
      break;
    case 'normal':
      drawNormal(out, distribution.mean, distribution.stddev, at);
      break;
    case 'truncatedNormal':
      drawTruncatedNormal(out, distribution, at);
      break;
    case 'bernoulli':
      drawBernoulli(out, distribution.probability, at);
      break;
    case 'oneHot':
      drawOneHot(out, shape.at(-1) ?? 1, at);
      break;
    case 'orthogonal': {
      const normals = new Float64Array(out.length);
      drawNormal(normals, 0, 1, at);
      out.set(orthogonalMatrix(shape, distribution.gain, normals));
      break;
    }
    case 'identity':
      out.set(identityMatrix(shape, distribution.gain));
      break;
  }
}

/** Fills `out` with integers, uniform over 0 … count − 1. */
export function drawCategory(out: NumberArray, count: number, at: StreamAddress): void {
  const words = new WordStream(at);
  for (let i = 0; i < out.length; i++) out[i] = words.below(count);
}

function drawOneHot(out: NumberArray, places: number, at: StreamAddress): void {
  const words = new WordStream(at);
  out.fill(0);
  for (let row = 0; row < out.length; row += places) out[row + words.below(places)] = 1;
}

/** Fills `out` with low + (high − low)·u, u one of the 2^24 multiples of 2^-24 in [0, 1): all of them are exact in float32. */
function drawUniform(out: NumberArray, low: number, high: number, at: StreamAddress): void {
  const scale = (high - low) / 2 ** 24;
  for (const { group, groups, start, count } of philoxCalls(out.length, 16)) {
    const words = philoxWords(keyOf(at), counterOf(at, group), groups);
    for (let i = 0; i < count; i++) out[start + i] = low + scale * ((words[i] ?? 0) >>> 8);
  }
}

/**
 * Fills `out` with 1 with the given probability, else 0.
 *
 * Element i is 1 where half word i is below probability·65536, rounded: the probability is accurate to 1/131072.
 */
function drawBernoulli(out: NumberArray, probability: number, at: StreamAddress): void {
  const threshold = Math.round(probability * 65536);
  if (threshold === 65536) {
    out.fill(1);
    return;
  }
  for (const { group, groups, start, count } of philoxCalls(out.length, 32)) {
    const bits = philoxBits(keyOf(at), counterOf(at, group), groups, threshold);
    out.set(bits.subarray(0, count), start);
  }
}
