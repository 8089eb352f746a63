import type { Shape } from '../../ir/tensorType.js';

/** Unsigned bytes with their axes. */
export interface ByteArray {
  /** The file or folder they come from, for messages. */
  readonly file: string;
  readonly shape: Shape;
  /** Last axis fastest. */
  readonly data: Uint8Array;
}
