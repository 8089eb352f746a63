/**
 * Damaged records of run and compiled folders: none is used in silence, each ends with file and reason.
 * `GANSPEC_RELIABILITY=long` tries 20,000 instead of 1,000; figures stand in docs/reliability.md.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { beforeAll, expect, it } from 'vitest';
import { readCompiledFolder } from '../../src/export/compiledFolder.js';
import { createCompiler, GanspecError } from '../../src/index.js';
import { datasetRecord } from '../../src/runs/datasetRecord.js';
import { createRunFolder } from '../../src/runs/folder.js';
import { readRunFolder } from '../../src/runs/savedRun.js';
import { complete, plainStart } from '../runs/keptRun.js';
import { byteDamages, jsonDamages, randomNumbers } from './damage.js';

const count = process.env['GANSPEC_RELIABILITY'] === 'long' ? 20_000 : 1000;
const folder = mkdtempSync(join(tmpdir(), 'ganspec-records-'));
const run = join(folder, 'run');
const compiled = join(folder, 'compiled');

const records = [
  ...['run.json', 'spec.json', 'data.json', 'resolved.json'].map((file) => [run, file] as const),
  ...['artefacts.json', 'spec.json'].map((file) => [compiled, file] as const),
];

beforeAll(async () => {
  const table = join(folder, 'table.csv');
  writeFileSync(table, 'a,b\n1,x\n2,y\n3,x\n4,y\n');
  const source = {
    data: { type: 'csv', file: 'table.csv' },
    generator: { layers: [{ type: 'dense', units: 3 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    training: { batchSize: 2 },
  } as const;
  const gan = createCompiler({ baseDir: folder }).compile(JSON.stringify(source));
  const session = await gan.prepare();
  const data = datasetRecord(gan.resolved.data, await gan.openDataset());
  const { resolved } = gan;
  const start = { ...plainStart, source, resolved, baseDir: folder, data };
  complete(createRunFolder(run, start), await session.readState());
  await session.dispose();
  await gan.compileTo(compiled);
});

/** The outcome of reading a folder. */
function outcomeOf(path: string): { readonly exit: number; readonly text: string } {
  try {
    const saved = (path === run ? readRunFolder : readCompiledFolder)(path);
    saved.checkSpec();
    saved.readState();
    return { exit: 0, text: 'loaded' };
  } catch (error) {
    if (error instanceof GanspecError) return { exit: error.exitCode, text: error.message };
    return { exit: 1, text: String(error) };
  }
}

/** True where a text says the same as another: spacing, comments and trailing commas aside. */
function saysTheSame(before: Buffer, after: Buffer): boolean {
  const [one, other] = [before, after].map((bytes) => JSON.stringify(parse(bytes.toString())));
  return one === other;
}

it(`${count} damaged records end with exit code 6 and the file's name`, () => {
  const damages = [...byteDamages, ...jsonDamages];
  let harmless = 0;
  let slowest = 0;
  for (let seed = 0; seed < count; seed += 1) {
    const random = randomNumbers(seed);
    const [path, file] = records[seed % records.length] ?? [run, 'run.json'];
    const damage = damages[Math.floor(seed / records.length) % damages.length];
    if (!damage) continue;
    const whole = readFileSync(join(path, file));
    const changed = damage.change(whole, random);
    writeFileSync(join(path, file), changed);
    const started = performance.now();
    const { exit, text } = outcomeOf(path);
    slowest = Math.max(slowest, performance.now() - started);
    writeFileSync(join(path, file), whole);
    if (exit === 0 && saysTheSame(whole, changed)) {
      harmless += 1;
      continue;
    }
    const label = `seed ${seed}, ${file}, ${damage.name}`;
    expect({ label, exit, text }).toMatchObject({ exit: 6 });
    expect(text.startsWith(join(path, file)), `${label}: ${text}`).toBe(true);
  }
  expect(outcomeOf(run)).toEqual({ exit: 0, text: 'loaded' });
  expect(outcomeOf(compiled)).toEqual({ exit: 0, text: 'loaded' });
  expect(Object.prototype).not.toHaveProperty('polluted');
  expect(harmless).toBeLessThan(count / 10);
  expect(slowest).toBeLessThan(1000);
  console.log(`${count} damaged records: ${harmless} harmless, slowest ${Math.round(slowest)} ms`);
});

it('a record in whose place stands a folder ends so too', () => {
  for (const [path, file] of records) {
    const copy = mkdtempSync(join(folder, 'copy-'));
    cpSync(path, copy, { recursive: true });
    rmSync(join(copy, file));
    mkdirSync(join(copy, file));
    const reader = path === run ? readRunFolder : readCompiledFolder;
    expect(() => {
      reader(copy).checkSpec();
    }, file).toThrow(expect.objectContaining({ exitCode: 6 }));
  }
});
