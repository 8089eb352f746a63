/**
 * Philox4x32-10, a counter-based random number generator: random words are a function of a key and a counter, so that any
 * part of any stream can be computed alone.
 *
 *   key     = (seed mod 2^32, seed div 2^32)
 *   counter = (block mod 2^32, block div 2^32, step, hash of the stream's name)
 *
 * Blocks are computed in groups of four, and the words of a stream are numbered in the order of a group's memory:
 * word 16·g + 4·w + b of the stream is word w of block 4·g + b.
 * @source Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".
 */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { philoxWasm } from '../generated/philoxWasm.js';
import { webAssembly } from '../webAssembly.js';
import type { StreamAddress } from './stream.js';

/** Words of one group of four blocks. */
const wordsPerGroup = 16;

/** Maximum number of groups per call, which is what the generator's memory holds. */
export const groupsPerCall = 1024;

/** The two words of a Philox key and the four of a counter, as unsigned 32-bit numbers. */
export type PhiloxKey = readonly [number, number];
export type PhiloxCounter = readonly [
  block: number,
  blockHigh: number,
  step: number,
  stream: number,
];

interface PhiloxExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  words(
    groups: number,
    key0: number,
    key1: number,
    block: number,
    blockHigh: number,
    step: number,
    stream: number,
  ): void;
  below(groups: number, threshold: number): void;
}

let instance: PhiloxExports | undefined;

function philox(): PhiloxExports {
  if (instance) return instance;
  // The exports of philox.wat, which the known answers in the tests check.
  const module = new webAssembly.Module(
    Uint8Array.from(atob(philoxWasm), (character) => character.charCodeAt(0)),
  );
  try {
    instance = new webAssembly.Instance(module).exports as PhiloxExports;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new GanspecError(
      'GAN705',
      exitCodes.limit,
      'out of address space: Node.js reserves 10 GB of it for the random numbers, in each thread',
      'raise the limit (ulimit -v), or set NODE_OPTIONS=--disable-wasm-trap-handler, with which nothing is reserved',
    );
  }
  return instance;
}

/**
 * Random words of whole groups of blocks.
 * @param counter Counter of the first block; `block` grows by 4 a group and does not carry into `blockHigh`.
 * @param groups At most `groupsPerCall`.
 * @returns A view of the generator's memory, valid until the next call.
 */
export function philoxWords(key: PhiloxKey, counter: PhiloxCounter, groups: number): Uint32Array {
  const wasm = philox();
  wasm.words(groups, ...key, ...counter);
  return new Uint32Array(wasm.memory.buffer, 0, groups * wordsPerGroup);
}

/**
 * As `philoxWords`, but each half word (low half first) becomes one byte: 1 where it is below `threshold`, else 0.
 * @param threshold 0 … 65535.
 */
export function philoxBits(
  key: PhiloxKey,
  counter: PhiloxCounter,
  groups: number,
  threshold: number,
): Uint8Array {
  const wasm = philox();
  wasm.words(groups, ...key, ...counter);
  wasm.below(groups, threshold);
  return new Uint8Array(wasm.memory.buffer, 0, groups * wordsPerGroup * 2);
}

/** One call of the generator while a long array is filled. */
export interface PhiloxCall {
  readonly group: number;
  readonly groups: number;
  /** The elements that the call fills. */
  readonly start: number;
  readonly count: number;
}

/** The calls that fill `length` elements, at `perGroup` elements a group. */
export function* philoxCalls(length: number, perGroup: number): Generator<PhiloxCall> {
  const perCall = groupsPerCall * perGroup;
  for (let start = 0; start < length; start += perCall) {
    const count = Math.min(perCall, length - start);
    yield { group: start / perGroup, groups: Math.ceil(count / perGroup), start, count };
  }
}

/** Key of an address. */
export function keyOf(at: StreamAddress): PhiloxKey {
  return [at.seed % 2 ** 32, Math.floor(at.seed / 2 ** 32)];
}

/** Counter of the first block of a group of an address; `step` counts modulo 2^32. */
export function counterOf(at: StreamAddress, group: number): PhiloxCounter {
  const block = group * 4;
  return [block % 2 ** 32, Math.floor(block / 2 ** 32), at.step % 2 ** 32, hashName(at.stream)];
}

/** FNV-1a hash, 32 bits, of the name in UTF-8: h ← (h ⊕ byte) · 16777619, from h = 2166136261. */
export function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
