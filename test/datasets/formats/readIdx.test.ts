import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { readIdx, readIdxShape } from '../../../src/datasets/formats/readIdx.js';
import { GanspecError } from '../../../src/diagnostics/errors.js';
import { idxBytes, put, temporaryFolder } from '../idxFile.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const bytes = Uint8Array.from({ length: 24 }, (_, i) => i);

function failure(body: () => unknown): { code: string; exitCode: number; message: string } {
  try {
    body();
  } catch (error) {
    if (error instanceof GanspecError) {
      return {
        code: error.code,
        exitCode: error.exitCode,
        message: error.message.replace(`${folder}/`, ''),
      };
    }
  }
  throw new Error('no GanspecError was thrown');
}

function failureOf(content: Uint8Array): ReturnType<typeof failure> {
  const file = put(folder, 'images', content);
  return failure(() => readIdx(file));
}

describe('readIdx', () => {
  it.each([
    ['plain', (content: Buffer) => content],
    ['gzip', gzipSync],
  ])('reads a %s file', (_, pack) => {
    const file = put(folder, 'images', pack(idxBytes([2, 3, 4], bytes)));
    expect(readIdxShape(file)).toEqual([2, 3, 4]);
    const { shape, data } = readIdx(file);
    expect(shape).toEqual([2, 3, 4]);
    expect([...data]).toEqual([...bytes]);
  });

  it('reads the shape of a large gzip file from its beginning', () => {
    const noise = Uint8Array.from({ length: 100_000 }, (_, i) => (i * i * 7919) >>> 3);
    const file = put(folder, 'images', gzipSync(idxBytes([1000, 10, 10], noise)));
    expect(readIdxShape(file)).toEqual([1000, 10, 10]);
  });

  it('refuses a missing file', () => {
    expect(failure(() => readIdx(join(folder, 'none')))).toEqual({
      code: 'GAN401',
      exitCode: 4,
      message: 'none: cannot be read (missing)',
    });
  });

  it('refuses a folder', () => {
    mkdirSync(join(folder, 'images'));
    expect(failure(() => readIdx(join(folder, 'images')))).toEqual({
      code: 'GAN401',
      exitCode: 4,
      message: 'images: cannot be read (a folder, not a file)',
    });
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a PNG file', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a file without axes', Buffer.from([0, 0, 8, 0])],
    ['a file with nine axes', Buffer.from([0, 0, 8, 9])],
  ])('refuses %s', (_, content) => {
    expect(failureOf(content)).toEqual({
      code: 'GAN402',
      exitCode: 4,
      message: 'images: not an IDX file',
    });
  });

  it('suggests the data set of NumPy files for one of these', () => {
    const file = put(folder, 'images', Buffer.from('\x93NUMPY\x01\0', 'latin1'));
    expect(() => readIdx(file)).toThrow(
      expect.objectContaining({
        code: 'GAN402',
        hint: 'Read it with { "type": "npy", "file": … }.',
      }),
    );
  });

  it.each([
    [0x0d, 'floats of kind 0x0d'],
    [0x09, 'signed bytes of kind 0x09'],
    [0x0c, '32-bit numbers of kind 0x0c'],
    [0x77, 'numbers of kind 0x77'],
  ])('refuses numbers other than bytes: %i', (kind, what) => {
    const file = put(folder, 'images', idxBytes([6], bytes, kind));
    expect(() => readIdx(file)).toThrow(
      expect.objectContaining({
        code: 'GAN402',
        exitCode: 4,
        message: `${file}: holds ${what}, not unsigned bytes (0x08)`,
        hint: 'Save images and labels with numpy.save, and read them with the data set "npy".',
      }),
    );
  });

  it('refuses an axis of size 0', () => {
    expect(failureOf(idxBytes([0, 28, 28], new Uint8Array()))).toEqual({
      code: 'GAN402',
      exitCode: 4,
      message: 'images: is empty, [0, 28, 28]',
    });
  });

  it('refuses absurd axes before it reads the data', () => {
    expect(failureOf(idxBytes([0xffffffff, 0xffffffff, 0xffffffff], bytes))).toEqual({
      code: 'GAN405',
      exitCode: 4,
      message: 'images: says it holds [4294967295, 4294967295, 4294967295] bytes, over 2 GiB',
    });
  });

  it.each([
    ['shorter', bytes.subarray(0, 20), 36],
    ['longer', new Uint8Array(25), 41],
  ])('refuses a plain file %s than declared', (_, data, held) => {
    expect(failureOf(idxBytes([2, 3, 4], data))).toEqual({
      code: 'GAN403',
      exitCode: 4,
      message: `images: says it holds [2, 3, 4] bytes, 40 with the header, but has ${held}`,
    });
  });

  it('refuses a file that ends in its header', () => {
    expect(failureOf(idxBytes([2, 3, 4], bytes).subarray(0, 10))).toEqual({
      code: 'GAN403',
      exitCode: 4,
      message: 'images: ends in its header',
    });
  });

  it('stops decompressing a gzip bomb at the length declared in its header', () => {
    const bomb = gzipSync(idxBytes([2, 3, 4], new Uint8Array(5_000_000)));
    expect(failureOf(bomb)).toEqual({
      code: 'GAN403',
      exitCode: 4,
      message: 'images: holds more than the 40 bytes that its header asks for',
    });
  });

  it('refuses a truncated gzip file', () => {
    const whole = gzipSync(idxBytes([2, 3, 4], bytes));
    expect(failureOf(whole.subarray(0, whole.length - 9))).toEqual({
      code: 'GAN404',
      exitCode: 4,
      message: 'images: damaged gzip file (unexpected end of file)',
    });
  });

  it('refuses a gzip file with a damaged byte', () => {
    const whole = gzipSync(idxBytes([2, 3, 4], bytes));
    whole[whole.length - 8] = (whole[whole.length - 8] ?? 0) ^ 0xff;
    expect(failureOf(whole)).toEqual({
      code: 'GAN404',
      exitCode: 4,
      message: 'images: damaged gzip file (incorrect data check)',
    });
  });
});
