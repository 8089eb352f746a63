/** Arrays that a method of a plugin is to fill: numbers that it leaves out are found. */

type Words = Float32Array | Int32Array;

/** Bits of a NaN that no arithmetic gives; as a whole number, a class that no data have. */
const mark = 0x7fc5a5a5;

/** Marks all numbers of an array as not written. Other values are left as they are. */
export function markUnwritten(array: unknown): void {
  if (isWords(array)) bitsOf(array).fill(mark);
}

/** The part of an array that is still marked, in words, as in `3 of 8 numbers, the first at index 5`; undefined for none. */
export function unwrittenPart(array: unknown, noun: string): string | undefined {
  if (!isWords(array)) return undefined;
  const bits = bitsOf(array);
  const first = bits.indexOf(mark);
  if (first < 0) return undefined;
  const count = bits.reduce((sum, each) => sum + (each === mark ? 1 : 0), 0);
  return `${count} of ${bits.length} ${noun}, the first at index ${first}`;
}

function isWords(array: unknown): array is Words {
  return array instanceof Float32Array || array instanceof Int32Array;
}

function bitsOf({ buffer, byteOffset, length }: Words): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}
