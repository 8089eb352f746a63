import { describe, expect, it } from 'vitest';
import {
  counterOf,
  hashName,
  keyOf,
  philoxBits,
  philoxCalls,
  philoxWords,
  type PhiloxCounter,
  type PhiloxKey,
} from '../../src/random/philox.js';
import { philoxBlock, streamWord } from './philoxReference.js';

/** Random123's file kat_vectors, lines "philox4x32 10": counter, key, result. */
const knownAnswers: readonly (readonly [PhiloxCounter, PhiloxKey, readonly number[]])[] = [
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];

describe('philoxWords', () => {
  it.each(knownAnswers)(
    'gives the published block for counter %j and key %j',
    (counter, key, published) => {
      const lane = counter[0] % 4;
      const words = philoxWords(key, [counter[0] - lane, counter[1], counter[2], counter[3]], 1);
      expect([0, 4, 8, 12].map((row) => words[row + lane])).toEqual(published);
      expect(philoxBlock(key, counter)).toEqual(published);
    },
  );

  it('numbers its words as documented', () => {
    const key = [123456789, 987] as const;
    const words = philoxWords(key, [0, 0, 3, 77], 2);
    const expected = Array.from({ length: 32 }, (_, i) => streamWord(key, 3, 77, i));
    expect([...words]).toEqual(expected);
  });

  it('computes as many groups as its memory holds', () => {
    const words = philoxWords([1, 2], [0, 0, 3, 4], 1024);
    expect(words).toHaveLength(16384);
    expect(words.at(-1)).toBe(streamWord([1, 2], 3, 4, 16383));
  });
});

describe('philoxBits', () => {
  it('compares each half word, low half first, with the threshold', () => {
    const words = [...philoxWords([5, 6], [0, 0, 7, 8], 2)];
    const halves = words.flatMap((word) => [word & 0xffff, word >>> 16]);
    expect([...philoxBits([5, 6], [0, 0, 7, 8], 2, 45875)]).toEqual(
      halves.map((half) => (half < 45875 ? 1 : 0)),
    );
  });

  it('returns only zeros at threshold 0', () => {
    expect(philoxBits([5, 6], [0, 0, 7, 8], 64, 0).every((bit) => bit === 0)).toBe(true);
  });
});

describe('an address', () => {
  it('becomes a key of the two halves of the seed', () => {
    expect(keyOf({ seed: 2 ** 53 - 1, stream: 'a', step: 0 })).toEqual([0xffffffff, 0x1fffff]);
    expect(keyOf({ seed: 7, stream: 'a', step: 0 })).toEqual([7, 0]);
  });

  it('becomes a counter of block, step and the hash of the name', () => {
    const at = { seed: 7, stream: 'a', step: 9 };
    expect(counterOf(at, 3)).toEqual([12, 0, 9, 0xe40c292c]);
    expect(counterOf(at, 2 ** 30 + 1)).toEqual([4, 1, 9, 0xe40c292c]);
  });

  it('is hashed by FNV-1a', () => {
    // Test vectors of Noll's FNV page.
    expect(hashName('')).toBe(0x811c9dc5);
    expect(hashName('a')).toBe(0xe40c292c);
    expect(hashName('foobar')).toBe(0xbf9cf968);
  });
});

describe('philoxCalls', () => {
  it('covers a length that takes several calls', () => {
    expect([...philoxCalls(16384 + 17, 16)]).toEqual([
      { group: 0, groups: 1024, start: 0, count: 16384 },
      { group: 1024, groups: 2, start: 16384, count: 17 },
    ]);
  });
});
