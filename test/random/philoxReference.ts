/** Philox4x32-10 as in the paper, one block at a time in BigInt. */
const word = (value: bigint): bigint => value & 0xffffffffn;

export function philoxBlock(
  key: readonly [number, number],
  counter: readonly [number, number, number, number],
): readonly number[] {
  let [c0, c1, c2, c3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const p0 = c0 * 0xd2511f53n;
    const p1 = c2 * 0xcd9e8d57n;
    [c0, c1, c2, c3] = [(p1 >> 32n) ^ c1 ^ k0, word(p1), (p0 >> 32n) ^ c3 ^ k1, word(p0)];
    k0 = word(k0 + 0x9e3779b9n);
    k1 = word(k1 + 0xbb67ae85n);
  }
  return [c0, c1, c2, c3].map(Number);
}

/** Word `index` of the stream with this key and (step, stream) in counter words 2 and 3. */
export function streamWord(
  key: readonly [number, number],
  step: number,
  stream: number,
  index: number,
): number {
  const block = 4 * Math.floor(index / 16) + (index % 4);
  const counter = [block % 2 ** 32, Math.floor(block / 2 ** 32), step, stream] as const;
  return philoxBlock(key, counter)[Math.floor((index % 16) / 4)] ?? NaN;
}
