/** The reason why an entry as a whole has no effect with its options. */
import { isObject } from '../language/schema/mapSubschemas.js';
import * as check from './resultCheck.js';

export interface Idle {
  /** The thing that the entry acts on and that is missing, in words, as in `a second sample in the batch`. */
  readonly needs: string;
  /** Full sentence without its stop. */
  readonly wayOut: string;
}

/** The samples of a batch, as the spec sets them. */
export interface Batch {
  readonly batchSize: number;
  /** Samples that the discriminator sees together. */
  readonly packing: number;
}

export const idleResult = check.expects(
  'undefined, or { needs, wayOut } of texts',
  (result) =>
    result === undefined ||
    (isObject(result) &&
      typeof result['needs'] === 'string' &&
      typeof result['wayOut'] === 'string'),
);
