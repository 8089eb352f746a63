import type * as FileSystem from 'node:fs';
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idx } from '../../src/datasets/idx.js';
import { imageFolder } from '../../src/datasets/imageFolder.js';
import { npy } from '../../src/datasets/npy.js';
import { wav } from '../../src/datasets/wav.js';
import type { LoadedDataset } from '../../src/entries/dataset.js';
import { encodeNpy } from '../../src/runs/pictures/npy.js';
import { idxBytes, put, temporaryFolder } from './idxFile.js';
import { inFolder, options, samplesOf, upTo } from './support.js';
import { wavBytes } from './wavFile.js';

// As if memory were to hold 100 bytes, and the disk had room for 1000.
vi.mock('../../src/datasets/shared/dataFile.js', async (load) => ({
  ...(await load<object>()),
  maxFileBytes: 100,
}));
const disk = vi.hoisted(() => ({ room: 1000, isFull: false }));
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof FileSystem>();
  return {
    ...fs,
    statfsSync: () => ({ bavail: disk.room, bsize: 1 }),
    writeFileSync: (...all: Parameters<typeof fs.writeFileSync>) => {
      if (disk.isFull && typeof all[0] === 'number') throw new Error('ENOSPC: no space left');
      fs.writeFileSync(...all);
    },
  };
});

let folder = '';
let cache = '';
beforeEach(() => {
  folder = temporaryFolder();
  cache = temporaryFolder();
  vi.stubEnv('XDG_CACHE_HOME', cache);
  vi.stubEnv('GANSPEC_DATA', '');
  Object.assign(disk, { room: 1000, isFull: false });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const images = options({
  type: 'imageFolder',
  folder: 'pictures',
  size: 4,
  channels: 1,
  labels: false,
  limit: null,
  flip: false,
  bounds: [0, 255],
  range: [0, 255],
});

/** Writes eight images [4, 4, 1], image i in grey 10·i: 128 bytes in all. */
async function putImages(): Promise<void> {
  mkdirSync(join(folder, 'pictures'));
  for (const i of upTo(8)) {
    const background = { r: 10 * i, g: 10 * i, b: 10 * i };
    const image = sharp({ create: { width: 4, height: 4, channels: 3, background } });
    put(join(folder, 'pictures'), `${i}.png`, await image.png().toBuffer());
  }
}

function firstValues(dataset: LoadedDataset, indices: readonly number[]): unknown {
  return samplesOf(dataset, indices).map(([value]) => value);
}

function needWarning(what: string, from: string): object {
  return {
    code: 'GAN422',
    message: `${what} take 0.00 GB, over 0.00 GB: they are read from ${from} by need, a batch at a time, and memory stays bounded`,
    hint: 'Keep the file on a fast disk; or set "limit", or make the samples smaller, to hold all in memory.',
  };
}

describe('a folder of images that memory does not hold', () => {
  it('is decoded into the cache, which compilation tells, and read from there', async () => {
    await putImages();
    const what = `${folder}/pictures: 8 decoded images of [4, 4, 1]`;
    const warning = needWarning(what, `their cache in ${cache}/ganspec/images`);
    expect(imageFolder.describe(images, inFolder(folder)).warnings).toEqual([warning]);
    for (let opened = 0; opened < 2; opened++) {
      const dataset = await imageFolder.open(images, inFolder(folder));
      expect(dataset.warnings).toEqual([warning]);
      expect(firstValues(dataset, [7, 0, 3])).toEqual([70, 0, 30]);
    }
    expect(readdirSync(join(cache, 'ganspec/images'))).toHaveLength(1);
  });

  it('is held in memory below the limit of images', async () => {
    await putImages();
    const asked = options({ ...images, limit: 4 });
    expect(imageFolder.describe(asked, inFolder(folder)).warnings).toEqual([]);
    expect(firstValues(await imageFolder.open(asked, inFolder(folder)), [3])).toEqual([60]);
  });

  it('stays readable when its cache is removed', async () => {
    await putImages();
    const dataset = await imageFolder.open(images, inFolder(folder));
    rmSync(join(cache, 'ganspec'), { recursive: true });
    expect(firstValues(dataset, [5])).toEqual([50]);
  });

  it('is read from a file without a name after a read error, which may be temporary', async () => {
    await putImages();
    symlinkSync(join(folder, 'gone.png'), join(folder, 'pictures/9.png'));
    const dataset = await imageFolder.open(images, inFolder(folder));
    expect(dataset.count).toBe(8);
    expect(firstValues(dataset, [6])).toEqual([60]);
    expect(readdirSync(join(cache, 'ganspec/images'))).toEqual([]);
  });

  it.each([
    ['has too little room on its disk', { room: 127 }, 'it has 127 bytes left'],
    ['cannot be written', { isFull: true }, 'ENOSPC: no space left'],
  ])('is refused where the cache %s', async (_, state, reason) => {
    await putImages();
    Object.assign(disk, state);
    await expect(imageFolder.open(images, inFolder(folder))).rejects.toMatchObject({
      code: 'GAN405',
      exitCode: 4,
      message: `${cache}/ganspec/images: cannot take the 128 bytes of the decoded images (${reason})`,
      hint: 'Make room there, name another folder with the environment variable XDG_CACHE_HOME, or set "limit" or a smaller "size".',
    });
    expect(readdirSync(join(cache, 'ganspec/images'))).toEqual([]);
  });
});

it('sound that memory does not hold is read from its files', async () => {
  for (const [i, name] of ['a', 'b'].entries()) {
    const sound = Int16Array.from(upTo(16), (frame) => 1024 * (16 * i + frame));
    put(folder, `${name}.wav`, wavBytes({}, new Uint8Array(sound.buffer)));
  }
  const asked = options({
    type: 'wav',
    path: '.',
    length: 4,
    limit: null,
    bounds: null,
    labels: false,
  });
  const warning = needWarning(`${folder}: 8 clips of 4 numbers`, 'their files');
  expect(wav.describe(asked, inFolder(folder)).warnings).toEqual([warning]);
  const dataset = await wav.open(asked, inFolder(folder));
  expect(dataset.warnings).toEqual([warning]);
  // 1024/2¹⁵ = 1/32
  expect(samplesOf(dataset, [5, 0]).map((clip) => clip.map((value) => 32 * value))).toEqual([
    [20, 21, 22, 23],
    [0, 1, 2, 3],
  ]);
  expect(wav.describe(options({ ...asked, limit: 6 }), inFolder(folder)).warnings).toEqual([]);
});

describe('a file that memory does not hold', () => {
  const array = {
    type: 'npy',
    file: 'x.npy',
    labels: null,
    shape: null,
    channelsFirst: false,
    flip: false,
    bounds: null,
    limit: null,
  };

  it('of numpy is read by need, unless the limit makes it small enough', async () => {
    const file = put(folder, 'x.npy', encodeNpy(Float32Array.from(upTo(32)), [16, 2]));
    const warning = needWarning(`${file}: its numbers`, 'the file');
    expect(npy.describe(options(array), inFolder(folder)).warnings).toEqual([warning]);
    const dataset = await npy.open(options(array), inFolder(folder));
    expect(dataset.warnings).toEqual([warning]);
    rmSync(file);
    expect(samplesOf(dataset, [15, 0])).toEqual([
      [30, 31],
      [0, 1],
    ]);
    put(folder, 'x.npy', encodeNpy(Float32Array.from(upTo(32)), [16, 2]));
    const limited = npy.describe(options({ ...array, limit: 12 }), inFolder(folder));
    expect(limited).toMatchObject({ count: 12, extent: [0, 23], warnings: [] });
  });

  it('of IDX is read by need, unless the limit makes it small enough', async () => {
    const bytes = Uint8Array.from({ length: 104 }, (_, i) => 2 * i);
    const file = put(folder, 'x.idx', idxBytes([26, 2, 2], bytes));
    const asked = options({
      type: 'idx',
      images: 'x.idx',
      labels: null,
      channelsFirst: false,
      limit: null,
      flip: false,
      bounds: null,
      range: [0, 255],
      resize: null,
    });
    const warning = needWarning(`${file}: its bytes`, 'the file');
    expect(idx.describe(asked, inFolder(folder)).warnings).toEqual([warning]);
    const dataset = await idx.open(asked, inFolder(folder));
    expect(samplesOf(dataset, [25, 1])).toEqual([
      [200, 202, 204, 206],
      [8, 10, 12, 14],
    ]);
    const limited = options({ ...asked, limit: 25 });
    expect(idx.describe(limited, inFolder(folder)).warnings).toEqual([]);
  });
});
