/** Fills arrays with the numbers that a distribution and an address stand for. */
import { InternalError } from '../diagnostics/errors.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import type { Distribution } from './distribution.js';
import { identity } from './identity.js';
import { drawNormal, drawTruncatedNormal } from './normal.js';
import { orthogonal } from './orthogonal.js';
import { counterOf, keyOf, philoxBits, philoxCalls, philoxWords } from './philox.js';
import type { StreamAddress } from './stream.js';
import { WordStream } from './wordStream.js';

/** Host memory of one tensor. */
export type NumberArray = Float32Array | Int32Array | Uint8Array;

/**
 * Fills `out` with the numbers of a distribution at an address: equal arguments give equal numbers.
 *
 * Draws are kept apart by `seed`, `stream` and `step` alone: two distributions at one address are made of the same words.
 *
 * @param out As many elements as `shape` has.
 * @param shape Matters to `oneHot`, `orthogonal` and `identity` alone.
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
      drawTruncatedNormal(out, distribution.mean, distribution.stddev, at);
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
      out.set(orthogonal(shape, distribution.gain, normals));
      break;
    }
    case 'identity':
      out.set(identity(shape, distribution.gain));
      break;
  }
}

/** Fills `out` with whole numbers 0 … count − 1, equally likely. */
export function drawCategory(out: NumberArray, count: number, at: StreamAddress): void {
  const words = new WordStream(at);
  for (let i = 0; i < out.length; i++) out[i] = words.below(count);
}

function drawOneHot(out: NumberArray, places: number, at: StreamAddress): void {
  const words = new WordStream(at);
  out.fill(0);
  for (let row = 0; row < out.length; row += places) out[row + words.below(places)] = 1;
}

/** low + (high − low)·u, u one of the 2^24 multiples of 2^-24 in [0, 1): all of them are exact in float32. */
function drawUniform(out: NumberArray, low: number, high: number, at: StreamAddress): void {
  const scale = (high - low) / 2 ** 24;
  for (const { group, groups, start, count } of philoxCalls(out.length, 16)) {
    const words = philoxWords(keyOf(at), counterOf(at, group), groups);
    for (let i = 0; i < count; i++) out[start + i] = low + scale * ((words[i] ?? 0) >>> 8);
  }
}

/**
 * 1 with the probability, else 0.
 *
 * Element i is 1 where half word i is below probability·65536, rounded: the probability is met to within 1/131072.
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
