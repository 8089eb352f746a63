import type { Shape } from '../../ir/tensorType.js';
import type { Bytes } from '../shared/bytes.js';

/** Array of unsigned bytes in memory. */
export interface ByteArray {
  /** File or folder of origin, for messages. */
  readonly file: string;
  readonly shape: Shape;
  /** Values in row-major order. */
  readonly data: Uint8Array;
}

/** Array of unsigned bytes, in memory or read by need. */
export interface StoredArray extends Pick<ByteArray, 'file' | 'shape'> {
  readonly data: Bytes;
}

/** Arrays of equal shape but for the first axis, one after the other along it. */
export function concatenated(first: ByteArray, ...others: readonly ByteArray[]): ByteArray {
  if (others.length === 0) return first;
  const all = [first, ...others];
  const count = all.reduce((sum, { shape: [length = 0] }) => sum + length, 0);
  return {
    file: first.file,
    shape: [count, ...first.shape.slice(1)],
    data: Buffer.concat(all.map(({ data }) => data)),
  };
}
