import type * as FileSystem from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { imageFolder } from '../../src/datasets/imageFolder.js';
import { wav } from '../../src/datasets/wav.js';
import { encodePng } from '../../src/runs/pictures/png.js';
import { put, temporaryFolder } from './idxFile.js';
import { inFolder } from './support.js';
import { wavBytes } from './wavFile.js';

// Simulates unreadable folders called `locked`, since permissions do not apply to the superuser.
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof FileSystem>();
  const readdirSync = (path: string, options: object): unknown => {
    if (path.endsWith('locked')) throw new Error(`EACCES: permission denied, scandir '${path}'`);
    return fs.readdirSync(path, options);
  };
  return { ...fs, readdirSync };
});

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('XDG_CACHE_HOME', temporaryFolder());
  for (const name of ['a', 'locked']) mkdirSync(join(folder, name));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const images = {
  type: 'imageFolder',
  folder: '.',
  size: 2,
  channels: 1,
  labels: false,
  limit: null,
  flip: false,
  bounds: [0, 255],
  range: [-1, 1],
};

it('skips unreadable folders of images', async () => {
  const pixels = new Uint8Array(4);
  put(join(folder, 'a'), 'x.png', encodePng({ width: 2, height: 2, channels: 1, pixels }));
  const { count, warnings } = await imageFolder.open(images, inFolder(folder));
  expect(count).toBe(1);
  expect(warnings).toEqual([
    {
      code: 'GAN410',
      message: `${folder}: folders left out: ${folder}/locked (EACCES: permission denied, scandir '${folder}/locked')`,
      hint: 'Let them be read, or remove them.',
    },
  ]);
});

it('fails for images if all folders with files are unreadable', () => {
  expect(() => imageFolder.describe(images, inFolder(folder))).toThrow(
    expect.objectContaining({
      code: 'GAN401',
      exitCode: 4,
      message: `${folder}/locked: cannot be read (EACCES: permission denied, scandir '${folder}/locked')`,
    }),
  );
});

it('fails for audio if any folder is unreadable', () => {
  put(join(folder, 'a'), 'x.wav', wavBytes({}, new Uint8Array(8)));
  const asked = { type: 'wav', path: '.', length: 2 };
  expect(() => wav.describe(asked, inFolder(folder))).toThrow(`${folder}/locked: cannot be read`);
});
