import { rmSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesInMemory, bytesOfFile } from '../../../src/datasets/shared/bytes.js';
import { readNpy } from '../../../src/datasets/formats/readNpy.js';
import { encodeNpy } from '../../../src/runs/pictures/npy.js';
import { put, temporaryFolder } from '../idxFile.js';
import { upTo } from '../support.js';

function tenBytes(): string {
  return put(temporaryFolder(), 'ten', Uint8Array.from(upTo(10)));
}

describe('bytes of a file', () => {
  it.each([
    ['at once', 8, false],
    ['by need', 7, true],
  ])('are read %s with %i bytes of memory for a part of 8', (_, limit, byNeed) => {
    const bytes = bytesOfFile(tenBytes(), { start: 2, length: 8 }, limit);
    expect(bytes).toMatchObject({ length: 8, byNeed });
    expect([...bytes.at(0, 3)]).toEqual([2, 3, 4]);
    expect([...bytes.at(5, 3)]).toEqual([7, 8, 9]);
    expect([...bytes.at(1, 1)]).toEqual([3]);
  });

  it('stay readable when the file is removed', () => {
    const file = tenBytes();
    const bytes = bytesOfFile(file, { start: 0, length: 10 }, 0);
    rmSync(file);
    expect([...bytes.at(4, 2)]).toEqual([4, 5]);
  });

  it('are refused when the file becomes shorter', () => {
    const file = tenBytes();
    const bytes = bytesOfFile(file, { start: 0, length: 10 }, 0);
    truncateSync(file, 5);
    const error = {
      code: 'GAN403',
      message: `${file}: has become shorter since its header was read`,
    };
    expect(() => bytes.at(4, 2)).toThrow(expect.objectContaining(error));
    expect(() => bytesOfFile(file, { start: 0, length: 10 })).toThrow(
      expect.objectContaining(error),
    );
  });

  it('give the same array by need as in memory', () => {
    const file = put(
      temporaryFolder(),
      'x.npy',
      encodeNpy(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2]),
    );
    const rows = [0, Infinity].map((limit) => {
      const out = new Float64Array(4);
      readNpy(file, null, limit).read(2, out);
      return [...out];
    });
    expect(rows).toEqual([
      [3, 4, 5, 6],
      [3, 4, 5, 6],
    ]);
  });
});

it('bytes in memory are views', () => {
  const data = Uint8Array.of(1, 2, 3);
  expect(bytesInMemory(data).at(1, 2).buffer).toBe(data.buffer);
});
