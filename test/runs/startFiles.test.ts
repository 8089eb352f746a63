/** A run that goes on writes its start files and its record; a kill may come between any two of them. */
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompiler, type Gan } from '../../src/index.js';
import { takeUp } from '../../src/api/takeUp.js';
import { continueRunFolder, createRunFolder, type RunStart } from '../../src/runs/folder.js';
import { readRunFolder } from '../../src/runs/savedRun.js';
import { compileTiny, tinySpec } from '../program/tinyGan.js';
import { complete, plainStart } from './keptRun.js';

const parent = mkdtempSync(join(tmpdir(), 'ganspec-start-'));
const [before, after] = [join(parent, 'before'), join(parent, 'after')];
afterAll(() => {
  rmSync(parent, { recursive: true });
});

const longer = { training: { batchSize: 2, steps: 9 } };
const [old, next] = [compileTiny(), compileTiny(longer)];

function startOf({ resolved }: Gan, source: unknown): RunStart {
  const data = { description: resolved.data, recipe: null };
  return { ...plainStart, source, resolved, baseDir: parent, data, engine: 'tfjs' };
}

beforeAll(async () => {
  const session = await old.prepare({ engine: 'tfjs' });
  complete(createRunFolder(before, startOf(old, tinySpec())), await session.readState());
  await session.dispose();
  cpSync(before, after, { recursive: true });
  const { path, lock, ...previous } = takeUp(after, next, {});
  const start = startOf(next, tinySpec(longer));
  continueRunFolder(path, lock, { ...start, ...previous }).finish('interrupted');
});

const files = ['spec.json', 'resolved.json', 'data.json'];

it('a run that has gone on has the new files in their places', () => {
  expect(files.filter((file) => existsSync(join(after, `${file}.next`)))).toEqual([]);
  expect(readRunFolder(after).readResolved().spec.training.steps).toBe(9);
});

it.each([
  ...[0, 1, 2, 3].map((prepared) => ({
    state: `${prepared} new files beside the old ones`,
    prepared,
    isRecorded: false,
    placed: 0,
  })),
  ...[0, 1, 2, 3].map((placed) => ({
    state: `the new record and ${placed} new files in their places`,
    prepared: 3,
    isRecorded: true,
    placed,
  })),
])('a run goes on that was killed with $state', ({ state, prepared, isRecorded, placed }) => {
  const folder = join(parent, state);
  cpSync(before, folder, { recursive: true });
  for (const file of files.slice(0, prepared))
    cpSync(join(after, file), join(folder, `${file}.next`));
  if (isRecorded) cpSync(join(after, 'run.json'), join(folder, 'run.json'));
  for (const file of files.slice(0, placed))
    renameSync(join(folder, `${file}.next`), join(folder, file));

  const steps = isRecorded ? 9 : 3;
  const saved = readRunFolder(folder);
  saved.checkSpec();
  expect(saved.readResolved().spec.training.steps).toBe(steps);
  const source = createCompiler().read(folder);
  expect(JSON.parse(readFileSync(saved.spec, 'utf8'))).toMatchObject({ training: { steps } });
  const gan = createCompiler().compile(source);
  expect(gan.spec.training.steps).toBe(steps);
  const { lock, changes } = takeUp(folder, gan, {});
  lock.release();
  expect(changes).toEqual([]);
});
