/** Runs whose data change or go away after training. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { datasetRecord } from '../../src/runs/datasetRecord.js';
import { describeGan } from '../../src/export/description.js';
import { createCompiler, openCompiled, openRun } from '../../src/index.js';
import { createRunFolder } from '../../src/runs/folder.js';
import { encodeNpy } from '../../src/runs/pictures/npy.js';
import { writeHandmadeRun } from './handmadeRun.js';
import { wavBytes } from '../datasets/wavFile.js';
import { readPng } from './pictures/readPng.js';
import { complete, plainStart } from './keptRun.js';

let folder = '';
let run = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-open-'));
  run = join(folder, 'run');
  vi.stubEnv('GANSPEC_DATA', '');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

/** The run folder of a GAN whose weights are those that training starts from. */
async function keepRun(data: object, ...layers: readonly object[]): Promise<void> {
  const source = {
    data,
    latent: { dim: 2 },
    generator: { layers },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
    training: { batchSize: 2 },
  };
  const gan = createCompiler({ baseDir: folder }).compile(JSON.stringify(source));
  const session = await gan.prepare();
  const start = {
    ...plainStart,
    source,
    resolved: gan.resolved,
    baseDir: folder,
    data: datasetRecord(gan.resolved.data, await gan.openDataset()),
  };
  complete(createRunFolder(run, start), await session.readState());
  await session.dispose();
}

/** Text of the samples that the run gives now, and the name of their file. */
async function sampled(name = 'samples'): Promise<[file: string, bytes: Buffer]> {
  const opened = await openRun(run);
  const file = await opened.save(await opened.sample(3), join(folder, name));
  await opened.dispose();
  return [file.replace(`${folder}/`, ''), readFileSync(file)];
}

const put = (file: string, content: string | Uint8Array): void => {
  writeFileSync(join(folder, file), content);
};

const dense = (units: number): object => ({ type: 'dense', units });
const reshape = (...shape: readonly number[]): object => ({ type: 'reshape', shape });

describe('a run', () => {
  it.each<{ type: string; file: string; before: string; after: string; units: number }>([
    {
      type: 'csv',
      file: 't.csv',
      before: 'a,b\n1,x\n2.5,y\n',
      after: 'a,c\n100,u\n200,v\n300,w\n',
      units: 3,
    },
    { type: 'text', file: 't.txt', before: 'ab\nba\n', after: 'xyz\n', units: 6 },
  ])(
    'writes samples of a $type as it was when the run was made',
    async ({ type, file, before, after, units }) => {
      put(file, before);
      const isText = type === 'text';
      await keepRun(
        { type, file, ...(isText && { length: 2 }) },
        dense(units),
        reshape(...(isText ? [2, 3] : [3])),
      );
      const first = await sampled();
      put(file, after);
      expect(await sampled()).toEqual(first);
      rmSync(join(folder, file));
      expect(await sampled()).toEqual(first);
      expect((await sampled('numbers.npy'))[0]).toBe('numbers.npy');
    },
  );

  it('writes sound at the rate of the data it was trained on', async () => {
    put('a.wav', wavBytes({ rate: 8000 }, new Uint8Array(16)));
    await keepRun({ type: 'wav', path: 'a.wav', length: 4 }, dense(4), reshape(4, 1));
    put('a.wav', wavBytes({ rate: 44100 }, new Uint8Array(16)));
    const [file, bytes] = await sampled();
    expect([file, bytes.readUInt32LE(24)]).toEqual(['samples.wav', 8000]);
  });

  it('draws images and writes numbers without the data', async () => {
    put('a.npy', encodeNpy(new Float32Array(24), [6, 2, 2, 1]));
    await keepRun({ type: 'npy', file: 'a.npy' }, dense(4), reshape(2, 2, 1));
    rmSync(join(folder, 'a.npy'));
    expect((await sampled())[0]).toBe('samples.png');
  });

  it('draws points without real ones where the data are gone', async () => {
    const corners = Float32Array.of(-1, -1, 1, 1, -1, 1);
    put('a.npy', encodeNpy(corners, [3, 2]));
    await keepRun({ type: 'npy', file: 'a.npy' }, dense(2));
    const colours = (bytes: Buffer): Set<string> =>
      new Set(readPng(bytes).rows.flatMap((row) => triples(row)));
    expect(colours((await sampled())[1])).toContain('176,176,176');
    rmSync(join(folder, 'a.npy'));
    const [file, bytes] = await sampled();
    expect(file).toBe('samples.png');
    expect(colours(bytes)).toEqual(new Set(['255,255,255', '214,39,40']));
  });

  it('without a record of its data opens the data set', async () => {
    put('t.csv', 'a,b\n1,x\n2,y\n');
    await keepRun({ type: 'csv', file: 't.csv' }, dense(3));
    const [, first] = await sampled();
    const session = await openRun(run);
    const { seed, baseDir } = session.record;
    const spec = JSON.parse(readFileSync(join(run, 'spec.json'), 'utf8')) as object;
    const state = await session.session.readState();
    await session.dispose();
    rmSync(run, { recursive: true });
    writeHandmadeRun(run, spec, { seed, baseDir }, state);
    expect((await sampled())[1]).toEqual(first);
    put('t.csv', 'a,c\n1,x\n2,y\n');
    expect((await sampled())[1].toString()).toMatch(/^a,c\n/);
  });

  it('is refused where its record of the data is missing', async () => {
    await keepRun({ type: 'ring' }, dense(2));
    rmSync(join(run, 'data.json'));
    await expect(openRun(run)).rejects.toMatchObject({
      code: 'GAN602',
      message: `${run}/data.json: missing, though the record of the folder has it`,
    });
  });

  it.each([
    ['a,b\n1,x\n2,y\n3,z\n', 'samples have the shape [4], not [3]'],
    ['a,b\n1,x\n9,y\n', 'their values stand for other numbers'],
  ])('does not go on training on other data: %j', async (after, change) => {
    put('t.csv', 'a,b\n1,x\n2,y\n');
    await keepRun({ type: 'csv', file: 't.csv' }, dense(3));
    put('t.csv', after);
    const opened = await openRun(run);
    await expect(opened.gan.openDataset()).rejects.toMatchObject({
      code: 'GAN418',
      exitCode: 4,
      message: `the data have changed since the GAN was compiled: ${change}`,
      hint: 'Bring the data back as they were, or train anew; samples can be generated without them.',
    });
    await opened.dispose();
  });
});

it('a compiled folder is opened without the data', async () => {
  put('t.csv', 'a,b\n1,x\n2,y\n');
  const gan = createCompiler({ baseDir: folder }).compile({
    data: { type: 'csv', file: 't.csv' },
    generator: { layers: [{ type: 'dense', units: 3 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    training: { batchSize: 2 },
  });
  const { folder: compiled } = await gan.compileTo(join(folder, 'compiled'));
  rmSync(join(folder, 't.csv'));
  const opened = await openCompiled(compiled, describeGan(gan.spec.name, gan.program));
  expect((await opened.sample(2)).shape).toEqual([2, 3]);
  await opened.dispose();
});

it('a GAN is not trained on classes that were added after it was compiled', async () => {
  put('t.csv', 'a,c\n1,x\n2,y\n');
  const gan = createCompiler({ baseDir: folder }).compile({
    data: { type: 'csv', file: 't.csv', label: 'c' },
    generator: { layers: [{ type: 'dense', units: 1 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    training: { batchSize: 2 },
  });
  put('t.csv', 'a,c\n1,x\n2,y\n3,z\n');
  await expect(gan.openDataset()).rejects.toThrow(
    'the data have changed since the GAN was compiled: there are 3 classes, not 2',
  );
});

function triples(row: readonly number[]): string[] {
  return Array.from({ length: row.length / 3 }, (_, i) => row.slice(3 * i, 3 * i + 3).join());
}
