/**
 * Damaged and hostile data files: each gives finite samples or an error of exit code 4 that names the file, within a second.
 * `GANSPEC_RELIABILITY=long` tries 4,000 instead of 400; figures stand in docs/reliability.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../src/checkpoint/safetensors.js';
import { GanspecError } from '../../src/diagnostics/errors.js';
import type { DatasetEntry } from '../../src/entries/dataset.js';
import { builtIns } from '../../src/generated/entries.js';
import { plainTable } from '../datasets/plainTable.js';
import { idxBytes } from '../datasets/idxFile.js';
import { npyBytes } from '../datasets/npyFile.js';
import { inFolder, options } from '../datasets/support.js';
import { wavBytes } from '../datasets/wavFile.js';
import { byteDamages, randomNumbers } from './damage.js';

const count = process.env['GANSPEC_RELIABILITY'] === 'long' ? 4000 : 400;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-data-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.stubEnv('GANSPEC_DATA', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A data set, and the files that it reads, of which the first is damaged. */
interface Subject {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly files: readonly (readonly [name: string, bytes: Buffer])[];
}

const images = idxBytes([6, 4, 4], Buffer.from(Array.from({ length: 96 }, (_, i) => 2 * i)));
const labels = idxBytes([6], Uint8Array.of(0, 1, 2, 0, 1, 2));
const floats = (numbers: readonly number[]): Buffer =>
  Buffer.from(Float32Array.from(numbers).buffer);
const array = npyBytes("'<f4'", [4, 3], floats(Array.from({ length: 12 }, (_, i) => i / 12)));
const table = Buffer.from('a,b,c\n1,x,"q ""1"""\n2.5,y,r\n-3e2,x,r\n4,z,"q\n2"\n');
const text = Buffer.from('hello\nworld\nüber\n€uro\n');
const sound = wavBytes({}, Buffer.from(Array.from({ length: 64 }, (_, i) => (i * 37) % 256)));

const idx = { type: 'idx', images: 'i', labels: 'l', limit: null, range: [-1, 1], resize: null };
const npy = { type: 'npy', file: 'a', labels: null, limit: null, bounds: null, shape: null };
const csv = { ...plainTable, type: 'csv', file: 't', label: 'b' };
const pictures = {
  type: 'imageFolder',
  folder: 'p',
  size: 8,
  channels: 3,
  labels: false,
  flip: true,
  range: [-1, 1],
};

async function subjects(): Promise<readonly Subject[]> {
  const noise = Buffer.from(Array.from({ length: 12 * 12 * 3 }, (_, i) => (i * 7919) % 256));
  const picture = sharp(noise, { raw: { width: 12, height: 12, channels: 3 } });
  const [png, jpeg, webp] = await Promise.all([
    picture.clone().png().toBuffer(),
    picture.clone().jpeg().toBuffer(),
    picture.clone().webp().toBuffer(),
  ]);
  const folderOf = (file: string, bytes: Buffer): Subject => ({
    name: file,
    config: pictures,
    files: [
      [`p/${file}`, bytes],
      ['p/whole.png', png],
    ],
  });
  return [
    {
      name: 'idx',
      config: idx,
      files: [
        ['i', images],
        ['l', labels],
      ],
    },
    {
      name: 'idx labels',
      config: idx,
      files: [
        ['l', labels],
        ['i', images],
      ],
    },
    {
      name: 'gzipped idx',
      config: idx,
      files: [
        ['i', gzipSync(images)],
        ['l', gzipSync(labels)],
      ],
    },
    { name: 'npy', config: npy, files: [['a', array]] },
    {
      name: 'npy labels',
      config: { ...npy, labels: 'b' },
      files: [
        ['b', npyBytes("'<i4'", [4], floats([0, 0, 0, 0]))],
        ['a', array],
      ],
    },
    { name: 'csv', config: csv, files: [['t', table]] },
    {
      name: 'text',
      config: { type: 'text', file: 't', length: 8, alphabet: null, labels: true, limit: null },
      files: [['t', text]],
    },
    {
      name: 'wav',
      config: { type: 'wav', path: 'w', length: 8, labels: true },
      files: [['w', sound]],
    },
    folderOf('a.png', png),
    folderOf('a.jpg', jpeg),
    folderOf('a.webp', webp),
  ];
}

/** Writes the files, opens the data set and reads all its samples. @returns `loaded`, or the error as code and message. */
async function outcomeOf({ config, files }: Subject): Promise<string> {
  for (const [name, bytes] of files) put(name, bytes);
  return opened(config);
}

function put(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

async function opened(config: Subject['config']): Promise<string> {
  const entry = builtIns.find(
    ({ kind, type }) => kind === 'dataset' && type === config.type,
  ) as DatasetEntry;
  const context = inFolder(folder);
  try {
    const described = entry.describe(options(config), context);
    const dataset = await entry.open(options(config), context);
    const size = dataset.shape.reduce((product, length) => product * length, 1);
    const seen = Math.min(dataset.count, 64);
    const out = new Float32Array(seen * size).fill(NaN);
    dataset.read(
      Array.from({ length: seen }, (_, i) => i),
      out,
    );
    if (!out.every(Number.isFinite)) return 'samples that are not finite';
    if (described.shape.join() !== dataset.shape.join()) return 'another shape than described';
    return 'loaded';
  } catch (error) {
    if (!(error instanceof GanspecError)) return String(error);
    const names = error.message.includes(folder) ? '' : ' (without a file)';
    return `exit ${error.exitCode}: ${error.code}${names} ${error.message}`;
  }
}

it(`${count} damaged files give finite samples or an error that names the file`, async () => {
  const all = await subjects();
  let [loaded, slowest] = [0, 0];
  for (let seed = 0; seed < count; seed += 1) {
    const subject = all[seed % all.length];
    const damage = byteDamages[Math.floor(seed / all.length) % byteDamages.length];
    const [[name, bytes] = ['', Buffer.alloc(0)], ...others] = subject?.files ?? [];
    if (!subject || !damage) continue;
    const changed = damage.change(bytes, randomNumbers(seed));
    const started = performance.now();
    const outcome = await outcomeOf({ ...subject, files: [[name, changed], ...others] });
    slowest = Math.max(slowest, performance.now() - started);
    if (outcome === 'loaded') loaded += 1;
    else
      expect(outcome, `seed ${seed}: ${subject.name}, ${damage.name}`).toMatch(
        /^exit 4: GAN4\d\d [^(]/,
      );
  }
  expect(loaded).toBeLessThan(count);
  expect(slowest).toBeLessThan(1000);
  console.log(`${count} damaged files: ${loaded} loaded, slowest ${Math.round(slowest)} ms`);
}, 300_000);

it(`${count} damaged weight files end with exit code 6, or hold tensors of the size they say`, () => {
  const whole = Buffer.from(
    writeSafetensors(
      new Map([
        ['a/kernel', { dtype: 'float32', shape: [3, 4], data: new Float32Array(12).fill(1) }],
        ['step', { dtype: 'int32', shape: [], data: Int32Array.of(7) }],
        ['__proto__', { dtype: 'bool', shape: [2], data: Uint8Array.of(0, 1) }],
      ]),
    ),
  );
  for (let seed = 0; seed < count; seed += 1) {
    const damage = byteDamages[seed % byteDamages.length];
    if (!damage) continue;
    const bytes = damage.change(whole, randomNumbers(seed));
    try {
      for (const { shape, data } of readSafetensors(bytes, 'w.safetensors').values()) {
        expect(data).toHaveLength(shape.reduce((product, size) => product * size, 1));
      }
    } catch (error) {
      expect(error, `seed ${seed}: ${damage.name}`).toMatchObject({ exitCode: 6 });
      expect(error).toHaveProperty('message', expect.stringMatching(/^w\.safetensors: /));
    }
  }
});

/** A PNG with this size in its header and no more pixels than a few. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (name: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(2 ** 20))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const idxHeader = (...shape: readonly number[]): Buffer => idxBytes(shape, Buffer.alloc(0));
const npyWith = (shape: string, descr = "'<f4'"): Buffer => {
  const header = `{'descr': ${descr}, 'fortran_order': False, 'shape': (${shape}), }\n`;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length);
  return Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00', 'latin1'),
    length,
    Buffer.from(header),
    Buffer.alloc(16),
  ]);
};
const alone = { ...idx, labels: null };
const words = { type: 'text', file: 't', length: 8, alphabet: null, labels: true, limit: null };
const rate = (content: Buffer): Buffer =>
  Buffer.concat([wavBytes({}, Buffer.alloc(0)).subarray(0, 36), content]);

const hostile: readonly (readonly [
  name: string,
  config: Subject['config'],
  file: string,
  bytes: () => Buffer,
  code: string,
])[] = [
  [
    'idx of sizes whose product overflows',
    alone,
    'i',
    () => idxHeader(0xffffffff, 0xffffffff, 0xffffffff),
    'GAN403',
  ],
  ['idx of more bytes than the file has', alone, 'i', () => idxHeader(1000, 1000, 1000), 'GAN403'],
  ['idx of 255 axes', alone, 'i', () => Buffer.from([0, 0, 8, 255, 0, 0, 0, 1]), 'GAN402'],
  [
    'a gzip bomb behind a small header',
    alone,
    'i',
    () => gzipSync(Buffer.concat([idxHeader(1, 4, 4), Buffer.alloc(2 ** 26)])),
    'GAN403',
  ],
  [
    'a gzip bomb with an honest header',
    alone,
    'i',
    () => gzipSync(Buffer.concat([idxHeader(2, 2 ** 12, 2 ** 14), Buffer.alloc(2 ** 27)])),
    'GAN405',
  ],
  ['npy of a negative size', npy, 'a', () => npyWith('-4, 1'), 'GAN412'],
  [
    'npy of sizes whose product overflows',
    npy,
    'a',
    () => npyWith('4294967296, 4294967296'),
    'GAN403',
  ],
  ['npy of an endless size', npy, 'a', () => npyWith('9'.repeat(400)), 'GAN403'],
  ['npy of no size', npy, 'a', () => npyWith('4 4'), 'GAN403'],
  ['npy of objects', npy, 'a', () => npyWith('4,', "'|O'"), 'GAN412'],
  [
    'npy whose header says it is longer than the file',
    npy,
    'a',
    () => Buffer.from('\x93NUMPY\x02\x00\xff\xff\xff\xff', 'latin1'),
    'GAN403',
  ],
  ['a picture of 100,000 × 100,000 pixels', pictures, 'p/a.png', () => pngOf(1e5, 1e5), 'GAN411'],
  ['a picture without pixels', pictures, 'p/a.png', () => pngOf(0, 7), 'GAN411'],
  ['a picture of one row', pictures, 'p/a.png', () => pngOf(2 ** 31 - 1, 1), 'GAN411'],
  [
    'wav with more sound than the file has',
    { type: 'wav', path: 'w', length: 8, labels: true },
    'w',
    () => rate(Buffer.from('data\xff\xff\xff\x7f', 'latin1')),
    'GAN415',
  ],
  [
    'wav of a million empty chunks',
    { type: 'wav', path: 'w', length: 8, labels: true },
    'w',
    () => rate(Buffer.from('JUNK\0\0\0\0'.repeat(1e6), 'latin1')),
    'GAN415',
  ],
  ['csv of 100,000 columns', csv, 't', () => Buffer.from(`${'c,'.repeat(1e5)}b\n1\n`), 'GAN413'],
  [
    'csv of 100,000 other columns',
    csv,
    't',
    () => Buffer.from(`${Array.from({ length: 1e5 }, (_, i) => `c${i}`).join()}\n1\n`),
    'GAN413',
  ],
  [
    'csv with a number of a million digits',
    { ...csv, label: null, numeric: ['a'] },
    't',
    () => Buffer.from(`a\n${'1'.repeat(1e6)}x\n`),
    'GAN413',
  ],
  [
    'csv with a quote that is never closed',
    csv,
    't',
    () => Buffer.from(`a,b\n"${'x\n'.repeat(2e5)}`),
    'GAN413',
  ],
  ['csv without a line end', csv, 't', () => Buffer.alloc(2 ** 25, 'x'), 'GAN413'],
  ['text without a line end', words, 't', () => Buffer.alloc(2 ** 25, 'x'), 'GAN414'],
  ['text of nothing but zeros', words, 't', () => Buffer.alloc(2 ** 25), 'GAN414'],
];

it.each(hostile)('%s is refused within a second', async (_, config, file, bytes, code) => {
  put(file, bytes());
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const outcome = await opened(config);
  const [time, memory] = [performance.now() - started, process.memoryUsage().rss - before];
  expect(outcome).toMatch(new RegExp(`^exit 4: ${code} [^(]`));
  expect(time).toBeLessThan(1000);
  expect(memory).toBeLessThan(2 ** 29);
});

it.each([
  ['idx', alone, 'i'],
  ['npy', npy, 'a'],
  ['csv', csv, 't'],
  ['text', words, 't'],
  ['wav', { type: 'wav', path: 'w', length: 8, labels: true }, 'w'],
  ['imageFolder', pictures, 'p/a.png'],
] as const)(
  '%s refuses pipes, devices, folders, links to themselves and files of 3 GiB',
  async (_, config, file) => {
    const path = put(file, Buffer.alloc(0));
    const places: Readonly<Record<string, () => void>> = {
      pipe: () => execFileSync('mkfifo', [path]),
      device: () => {
        symlinkSync('/dev/zero', path);
      },
      folder: () => {
        mkdirSync(path);
      },
      circle: () => {
        symlinkSync(path, path);
      },
      sparse: () => {
        writeFileSync(path, '');
        truncateSync(path, 3 * 2 ** 30);
      },
    };
    for (const [name, place] of Object.entries(places)) {
      rmSync(path, { recursive: true });
      place();
      const started = performance.now();
      expect(await opened(config), name).toMatch(/^exit [34]: GAN4\d\d /);
      expect(performance.now() - started, name).toBeLessThan(1000);
    }
  },
);
