/** Run and export folders with files that are damaged, incomplete or not those that were written. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/checkpoint/digest.js';
import { sealedText } from '../../src/checkpoint/recordFile.js';
import { readSafetensors, writeSafetensors } from '../../src/checkpoint/safetensors.js';
import { describeGan } from '../../src/export/description.js';
import { createCompiler, GanspecError, openCompiled, openRun } from '../../src/index.js';
import type { TensorMap } from '../../src/ir/tensorType.js';
import { datasetRecord } from '../../src/runs/datasetRecord.js';
import { createRunFolder } from '../../src/runs/folder.js';
import type { RunRecord } from '../../src/runs/record.js';
import { version } from '../../src/version.js';
import { complete, plainStart } from './keptRun.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-damaged-'));
const whole = join(folder, 'whole');
const compiled = join(folder, 'compiled');
const source = { extends: 'ring', training: { batchSize: 4 } } as const;
const gan = createCompiler().compile(source);

beforeAll(async () => {
  const session = await gan.prepare();
  const data = datasetRecord(gan.resolved.data, await gan.openDataset());
  const { resolved } = gan;
  const start = { ...plainStart, source, resolved, baseDir: folder, data };
  complete(createRunFolder(whole, start), await session.readState());
  await session.dispose();
  await gan.compileTo(compiled);
});

/** A copy of the run in which a file was changed. */
function changed(file: string, change: (bytes: Buffer) => Uint8Array | string): string {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(whole, copy, { recursive: true });
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file))));
  return copy;
}

/** A copy of the run with another state, of which the record knows. */
function withState(change: (state: TensorMap) => TensorMap): string {
  const copy = changed('state.safetensors', (bytes) =>
    writeSafetensors(change(readSafetensors(bytes, 'state'))),
  );
  const { sha256, ...record } = recordIn(copy);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  const digest = digestOf(readFileSync(join(copy, 'state.safetensors')));
  const files = { ...record.files, 'state.safetensors': digest };
  writeFileSync(join(copy, 'run.json'), sealedText({ ...record, files }));
  return copy;
}

function recordIn(run: string): RunRecord & { readonly sha256: string } {
  return JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')) as ReturnType<typeof recordIn>;
}

async function errorOf(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.then(
    () => 'it opened',
    (reason: unknown) => reason,
  );
  if (!(error instanceof GanspecError)) return String(error);
  return `${error.code}, exit ${error.exitCode}: ${error.message}`;
}

const flip = (at: number) => (bytes: Buffer) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

describe('a run folder', () => {
  it('whose record another version wrote in its own form is refused with both versions', async () => {
    const copy = changed('run.json', (bytes) => {
      const { sha256, ...record } = JSON.parse(bytes.toString()) as { readonly sha256: string };
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      return sealedText({ ...record, ganspec: '9.0.0', status: 'paused' });
    });
    expect(await errorOf(openRun(copy))).toBe(
      `GAN606, exit 6: ${join(copy, 'run.json')}: written by ganspec 9.0.0 in a form that this version, ${version}, does not know: /status must be equal to one of the allowed values`,
    );
  });

  it('opens as it was written', async () => {
    const run = await openRun(whole);
    expect((await run.sample(2)).shape).toEqual([2, 2]);
    await run.dispose();
  });

  it.each(['state.safetensors', 'spec.json', 'data.json'])(
    'is refused where one bit of %s has changed, wherever it is',
    async (file) => {
      const { length } = readFileSync(join(whole, file));
      const places = Array.from({ length: 12 }, (_, i) => Math.floor((i * (length - 1)) / 11));
      for (const at of places) {
        const copy = changed(file, flip(at));
        const [code, place, ...what] = (await errorOf(openRun(copy))).split(': ');
        expect([code, what.join(': ').replace(/ \(.*\)$/s, '')]).toEqual([
          'GAN602, exit 6',
          'not the file that was written: its SHA-256 differs from the one in the record',
        ]);
        expect(place?.replace(/:\d+:\d+$/, '')).toBe(join(copy, file));
      }
    },
  );

  it('is no spec for another run where its spec has changed', () => {
    const copy = changed('spec.json', (bytes) => Buffer.concat([bytes, Buffer.from(' ')]));
    expect(() => createCompiler().read(copy)).toThrow(
      expect.objectContaining({
        code: 'GAN602',
        exitCode: 6,
        message: `${join(copy, 'spec.json')}: not the file that was written: its SHA-256 differs from the one in the record`,
      }),
    );
  });

  it('says where a file stops being JSON', async () => {
    const cut = changed('spec.json', (bytes) => bytes.subarray(0, 40));
    expect(await errorOf(openRun(cut))).toBe(
      `GAN602, exit 6: ${join(cut, 'spec.json')}:4:2: not the file that was written: its SHA-256 differs from the one in the record (expected "}" at the end of the object, found the end of the text)`,
    );
  });

  it.each<[damage: string, change: (text: string) => string, place: string, what: string]>([
    ['empty', () => '', '', 'it is empty'],
    [
      'cut off',
      (text) => text.slice(0, 12),
      ':2:3',
      'this string has no end: expected a double quote',
    ],
    ['a list', () => '[]', ':1:1', 'the record must be object'],
    [
      'with a text for a number',
      (text) => text.replace('"seed": 0', '"seed": "0"'),
      ':7:11',
      '/seed must be integer',
    ],
    [
      'with a huge number',
      (text) => text.replace('"seed": 0', '"seed": 1e300'),
      ':7:11',
      '/seed must be <= 9007199254740991',
    ],
    [
      'with a number beyond all',
      (text) => text.replace('"seed": 0', '"seed": 1e999'),
      ':7:11',
      '1e999 is too large for a 64-bit float',
    ],
    [
      'without a key',
      (text) => text.replace('  "seed": 0,\n', ''),
      ':1:1',
      "the record must have required property 'seed'",
    ],
    [
      'with a key twice',
      (text) => text.replace('"seed": 0', '"seed": 0, "seed": 0'),
      ':7:14',
      'the key "seed" stands twice in one object',
    ],
    [
      'with a key of JavaScript',
      (text) => text.replace('"seed": 0', '"__proto__": {}, "seed": 0'),
      ':7:3',
      'no record has this key',
    ],
    [
      'with another number',
      (text) => text.replace('"seed": 0', '"seed": 1'),
      ':33:13',
      'its content is not what was written: its SHA-256 is not the "sha256" here',
    ],
    [
      'without its SHA-256',
      (text) => text.replace(/,\n {2}"sha256".*/, ''),
      ':1:1',
      'it has no "sha256" of its content',
    ],
  ])('is refused where its record is %s', async (_, change, place, what) => {
    const copy = changed('run.json', (bytes) => change(bytes.toString()));
    expect(await errorOf(openRun(copy))).toBe(
      `GAN610, exit 6: ${join(copy, 'run.json')}${place}: damaged: ${what}`,
    );
  });

  it('opens where only the spacing of its record has changed', async () => {
    const copy = changed('run.json', (bytes) => JSON.stringify(JSON.parse(bytes.toString())));
    await (await openRun(copy)).dispose();
  });

  it.each(['run.json', 'spec.json', 'data.json', 'resolved.json', 'state.safetensors'])(
    'is refused where %s is a folder, a pipe or missing',
    async (file) => {
      const copy = changed(file, (bytes) => bytes);
      const path = join(copy, file);
      const [code, then] =
        file === 'run.json'
          ? ['GAN610, exit 6', (reason: string) => `damaged: ${reason}`]
          : [
              'GAN602, exit 6',
              (reason: string) => `${reason}, though the record of the folder has it`,
            ];
      rmSync(path);
      if (file !== 'run.json') {
        expect(await errorOf(openRun(copy))).toBe(`${code}: ${path}: ${then('missing')}`);
      }
      execFileSync('mkfifo', [path]);
      expect(await errorOf(openRun(copy))).toBe(`${code}: ${path}: ${then('a pipe, not a file')}`);
      rmSync(path);
      mkdirSync(path);
      expect(await errorOf(openRun(copy))).toBe(
        `${code}: ${path}: ${then('a folder, not a file')}`,
      );
    },
  );

  it('is refused where its record of the data has not the form of one', async () => {
    const text = '{ "description": { "shape": 2, "range": null, "count": 1, "classes": null } }';
    const copy = changed('data.json', () => text);
    const { sha256, ...record } = recordIn(copy);
    expect(sha256).toBeDefined();
    const files = { ...record.files, 'data.json': digestOf(text) };
    writeFileSync(join(copy, 'run.json'), sealedText({ ...record, files }));
    expect(await errorOf(openRun(copy))).toBe(
      `GAN610, exit 6: ${join(copy, 'data.json')}:1:29: damaged: /description/shape must be array`,
    );
  });

  it('is refused where the state has been cut off, or is that of a record without digests', async () => {
    const short = changed('state.safetensors', (bytes) => bytes.subarray(0, bytes.length - 1));
    expect(await errorOf(openRun(short))).toMatch(/^GAN602, exit 6: /);
    const silent = changed('run.json', () => {
      const { sha256, ...record } = recordIn(whole);
      expect(sha256).toBeDefined();
      return sealedText({ ...record, files: {} });
    });
    expect(await errorOf(openRun(silent))).toBe(
      `GAN602, exit 6: ${join(silent, 'data.json')}: the record of the folder has no SHA-256 of it`,
    );
  });

  it('is refused where any tensor of the state is missing, or all are', async () => {
    const state = readSafetensors(readFileSync(join(whole, 'state.safetensors')), 'state');
    for (const name of state.keys()) {
      const copy = withState((all) => new Map([...all].filter(([other]) => other !== name)));
      expect(await errorOf(openRun(copy))).toBe(
        `GAN603, exit 6: the saved state lacks 1 of ${state.size} tensors: ${name}`,
      );
    }
    const [a, b, c] = [...gan.program.state.map(({ name }) => name)];
    expect(await errorOf(openRun(withState(() => new Map())))).toBe(
      `GAN603, exit 6: the saved state lacks ${state.size} of ${state.size} tensors: ${[a, b, c].join(', ')}, …`,
    );
  });

  it.each([NaN, Infinity, -Infinity])('is refused where a weight is %d', async (value) => {
    const name = 'generator/dense_0/kernel';
    const copy = withState((state) => {
      state.get(name)?.data.set([value], 3);
      return state;
    });
    expect(await errorOf(openRun(copy))).toMatch(
      new RegExp(
        `^GAN604, exit 6: 1 of \\d+ tensors of the saved state have numbers that are not finite: ${name}$`,
      ),
    );
  });
});

it('an export folder with a changed state is refused', async () => {
  const file = join(compiled, 'state.safetensors');
  writeFileSync(file, flip(readFileSync(file).length - 1)(readFileSync(file)));
  expect(await errorOf(openCompiled(compiled, describeGan(gan.spec.name, gan.program)))).toBe(
    `GAN602, exit 6: ${file}: not the file that was written: its SHA-256 differs from the one in the record`,
  );
});

it('samples that are not finite are an error with exit code 5', async () => {
  const session = await gan.prepare();
  const state = await session.readState();
  state.get('generator/dense_0/kernel')?.data.fill(NaN);
  state.get('ema/generator/dense_0/kernel')?.data.fill(NaN);
  await session.writeState(state);
  expect(await errorOf(session.sample(3))).toBe(
    "GAN502, exit 5: the generator's samples are not finite: number 0 of sample 0 of 3 is NaN",
  );
  await session.dispose();
});

it('samples that overflow by what was fed have a hint that says so', async () => {
  const session = await gan.prepare();
  const state = await session.readState();
  for (const [name, { data }] of state) if (/generator\/.*kernel$/.test(name)) data.fill(1e3);
  await session.writeState(state);
  const { shape = [] } = gan.program.inputs.find(({ name }) => name === 'latent') ?? {};
  const latent = new Float32Array(shape.at(-1) ?? 0).fill(3e38);
  await expect(session.sample(1, { feeds: { latent } })).rejects.toMatchObject({
    code: 'GAN502',
    hint: expect.stringMatching(
      /^All its weights are finite, so its layers exceed what float32 can hold/,
    ) as unknown,
  });
  await session.dispose();
});

it.each([
  [NaN, /^Weights have diverged \(generator\/dense_0\/kernel, .*\): lower the learning rates/],
  [
    3e38,
    /^Weights have diverged, to sizes as 3\.0e\+38 \(generator\/dense_0\/kernel, .*\): lower the learning rates/,
  ],
])('samples of weights that are %d have a hint that is true of them', async (weight, hint) => {
  const session = await gan.prepare();
  const state = await session.readState();
  for (const [name, { data }] of state) if (/generator\/.*kernel$/.test(name)) data.fill(weight);
  await session.writeState(state);
  await expect(session.sample(3)).rejects.toMatchObject({
    code: 'GAN502',
    hint: expect.stringMatching(hint) as unknown,
  });
  await session.dispose();
});
