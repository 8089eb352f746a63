/** A reader of the random words at one address. */
import { counterOf, groupsPerCall, keyOf, philoxWords } from './philox.js';
import type { StreamAddress } from './stream.js';

/** Number of groups computed at first; each further read computes twice as many, so that short reads stay cheap. */
const firstGroups = 16;

export class WordStream {
  private words = new Uint32Array(0);
  private position = 0;
  private group = 0;
  private nextGroups = firstGroups;

  constructor(private readonly at: StreamAddress) {}

  /**
   * The next integer, uniform over 0 … `bound` − 1: as many top bits of a word as `bound` − 1 has, rejected where they
   * reach `bound`.
   * @param bound 1 … 2^32.
   */
  below(bound: number): number {
    if (bound === 1) return 0;
    const shift = Math.clz32(bound - 1);
    let value = this.next() >>> shift;
    while (value >= bound) value = this.next() >>> shift;
    return value;
  }

  private next(): number {
    if (this.position === this.words.length) this.refill();
    return this.words[this.position++] ?? 0;
  }

  private refill(): void {
    // A copy, since other streams may use the generator's memory before the next read.
    const words = philoxWords(keyOf(this.at), counterOf(this.at, this.group), this.nextGroups);
    this.words = words.slice();
    this.position = 0;
    this.group += this.nextGroups;
    this.nextGroups = Math.min(2 * this.nextGroups, groupsPerCall);
  }
}
