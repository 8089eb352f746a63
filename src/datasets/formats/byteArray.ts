import type { Shape } from '../../ir/tensorType.js';

/** Array of unsigned bytes. */
export interface ByteArray {
  /** File or folder of origin, for messages. */
  readonly file: string;
  readonly shape: Shape;
  /** Values in row-major order. */
  readonly data: Uint8Array;
}
