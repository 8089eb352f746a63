/** Runs the checks on data sets that read files, with files for the examples of their fragments. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { examine } from '../../src/checks/examine.js';
import { entries, builtIns } from '../../src/generated/entries.js';
import { Registry } from '../../src/entries/registry.js';
import { encodeNpy } from '../../src/runs/pictures/npy.js';
import { encodePng } from '../../src/runs/pictures/png.js';
import { plainTable } from './plainTable.js';
import { idxBytes, put, temporaryFolder } from './idxFile.js';
import { npyBytes } from './npyFile.js';
import { inFolder, upTo } from './support.js';
import { wavBytes } from './wavFile.js';

const folder = temporaryFolder();
const samples = 24;

/** Pseudo-random bytes. */
function noise(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => (i * 7919 + (i >> 8) * 104729) % 251);
}

function keep(name: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  put(folder, name, bytes);
}

/** Writes all files named in the examples of the fragments. */
function keepAll(): void {
  keep('faces-idx3-ubyte', idxBytes([samples, 8, 6], noise(samples * 48)));
  keep('data/images.gz', gzipSync(idxBytes([samples, 9, 7, 3], noise(samples * 189))));
  keep(
    'data/labels.gz',
    gzipSync(
      idxBytes(
        [samples],
        Uint8Array.from(upTo(samples), (i) => i % 3),
      ),
    ),
  );
  for (const i of upTo(samples)) {
    const png = encodePng({ width: 9, height: 7, channels: 3, pixels: noise(189 + i).slice(i) });
    keep(`photos/${i % 2 === 0 ? 'cats' : 'dogs'}/${i}.png`, png);
    keep(`faces/${i}.png`, png);
  }
  keep('samples.npy', encodeNpy(Float32Array.from(noise(samples * 6)), [samples, 2, 3]));
  keep(
    'waves.npy',
    encodeNpy(
      Float32Array.from(noise(samples * 5), (v) => v / 30),
      [samples, 5],
    ),
  );
  keep(
    'classes.npy',
    npyBytes(
      "'|u1'",
      [samples],
      Uint8Array.from(upTo(samples), (i) => i % 4),
    ),
  );
  keep(
    'table.csv',
    Buffer.from(
      `x,kind\n${upTo(samples)
        .map((i) => `${i * i},k${i % 3}\n`)
        .join('')}`,
    ),
  );
  keep(
    'people.csv',
    Buffer.from(
      `city;age;job\n${upTo(samples)
        .map((i) => `c${i % 2};${i};j${i % 5}\n`)
        .join('')}`,
    ),
  );
  keep(
    'names.txt',
    Buffer.from(
      upTo(samples)
        .map((i) => `name ${i}\n`)
        .join(''),
    ),
  );
  keep(
    'dna.txt',
    Buffer.from(
      upTo(samples)
        .map((i) => `${'ACGT'.slice(i % 4)}TTAGC\n`)
        .join(''),
    ),
  );
  for (const i of upTo(samples)) keep(`drums/${i}.wav`, wavBytes({}, noise(400 + 2 * i)));
  keep('bells.wav', wavBytes({ bits: 8 }, noise(4096 * samples)));
  const pixels = noise(3072);
  const record = (i: number): Uint8Array => Buffer.concat([Uint8Array.of(i % 10), pixels]);
  keep('cifar-10-batches-bin/test_batch.bin', Buffer.concat(upTo(10_000).map(record)));
}

beforeAll(() => {
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.stubEnv('GANSPEC_DATA', folder);
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  keepAll();
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const registry = new Registry(builtIns);
const { idx, imageFolder, npy, csv, text, wav, cifar10 } = entries.datasets;

describe('a data set with its files', () => {
  it.each([idx, imageFolder, npy, csv, text, wav, cifar10])(
    '$type passes all checks',
    async (entry) => {
      const findings = await examine(entry, registry);
      expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    },
  );

  const form = { range: [0, 1], resize: 4, channelsFirst: false, flip: false, bounds: null };
  it.each([
    {
      entry: idx,
      options: { images: 'data/images.gz', labels: 'data/labels.gz', limit: null, ...form },
    },
    {
      entry: imageFolder,
      options: {
        folder: 'photos',
        size: 4,
        channels: 1,
        labels: true,
        limit: null,
        flip: false,
        bounds: null,
        range: [0, 1],
      },
    },
    {
      entry: npy,
      options: {
        file: 'waves.npy',
        labels: null,
        shape: null,
        channelsFirst: false,
        flip: false,
        bounds: null,
        limit: null,
      },
    },
    {
      entry: csv,
      options: { ...plainTable, file: 'table.csv' },
    },
    {
      entry: text,
      options: { file: 'names.txt', length: 8, alphabet: null, labels: true, limit: null },
    },
    { entry: wav, options: { path: 'drums', length: 64, limit: null, bounds: null, labels: true } },
  ])('$entry.type finds its files, so that no check is skipped', async ({ entry, options }) => {
    const config = { type: entry.type, ...options };
    expect((await entry.open(config, inFolder(folder))).count).toBeGreaterThanOrEqual(samples);
  });
});
