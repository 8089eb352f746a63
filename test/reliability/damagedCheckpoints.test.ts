/**
 * Damaged checkpoints: none is used in silence; the one before is, and the reason names the file.
 * `GANSPEC_RELIABILITY=long` tries 20,000 instead of 1,000; figures stand in docs/reliability.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { beforeAll, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../src/checkpoint/safetensors.js';
import { createCompiler } from '../../src/index.js';
import type { TensorMap } from '../../src/ir/tensorType.js';
import { datasetRecord } from '../../src/runs/datasetRecord.js';
import { newestCheckpoint, type ChosenCheckpoint } from '../../src/runs/checkpoints.js';
import { createRunFolder } from '../../src/runs/folder.js';
import { readRunFolder } from '../../src/runs/savedRun.js';
import { checkSavedState } from '../../src/train/checkSavedState.js';
import { stateTypes } from '../../src/train/stateTypes.js';
import { momentOf, plainStart } from '../runs/keptRun.js';
import { byteDamages, jsonDamages, randomNumbers, type Damage } from './damage.js';

const count = process.env['GANSPEC_RELIABILITY'] === 'long' ? 20_000 : 1000;
const run = join(mkdtempSync(join(tmpdir(), 'ganspec-checkpoints-')), 'run');
const newest = join(run, 'checkpoints/step-000002');
const older = join(run, 'checkpoints/step-000001');
const files = ['manifest.json', 'state.safetensors'] as const;

const gan = createCompiler().compile({
  data: { type: 'ring', count: 8 },
  generator: { layers: [{ type: 'dense', units: 2 }] },
  discriminator: { layers: [{ type: 'dense', units: 1 }] },
  training: { batchSize: 4 },
});
const types = stateTypes(gan.program);
let id = '';

beforeAll(async () => {
  const session = await gan.prepare();
  const data = datasetRecord(gan.resolved.data, await gan.openDataset());
  const start = { ...plainStart, source: {}, resolved: gan.resolved, baseDir: run, data };
  const folder = createRunFolder(run, start);
  for (const step of [1, 2]) {
    await session.iterate();
    folder.keepCheckpoint(await session.readState(), momentOf(step), 2);
  }
  folder.finish('failed');
  await session.dispose();
  ({ id } = readRunFolder(run).record);
});

const choose = (): ChosenCheckpoint =>
  newestCheckpoint(run, id, {
    check: (state) => {
      checkSavedState(state, types);
    },
  });

/** A state without one of its tensors, or with two of them exchanged, in a file of its own. */
const stateDamages: readonly Damage[] = [
  {
    name: 'a tensor missing',
    change: (bytes, random) => rewritten(bytes, (names) => names.splice(random(names.length), 1)),
  },
  {
    name: 'the state of the checkpoint before',
    change: () => readFileSync(join(older, 'state.safetensors')),
  },
];

function rewritten(bytes: Buffer, change: (names: string[]) => void): Buffer {
  const state: TensorMap = readSafetensors(bytes, 'state');
  const names = [...state.keys()];
  change(names);
  const kept = names.flatMap((name) => {
    const tensor = state.get(name);
    return tensor ? [[name, tensor] as const] : [];
  });
  return Buffer.from(writeSafetensors(new Map(kept)));
}

it(`${count} damaged checkpoints are passed over, with their reason`, () => {
  expect(choose()).toMatchObject({ facts: { step: 2 }, skipped: [] });
  let harmless = 0;
  for (let seed = 0; seed < count; seed += 1) {
    const random = randomNumbers(seed);
    const file = files[seed % 2] ?? 'manifest.json';
    const damages = [...byteDamages, ...(file === 'manifest.json' ? jsonDamages : stateDamages)];
    const damage = damages[Math.floor(seed / 2) % damages.length];
    if (!damage) continue;
    const path = join(newest, file);
    const whole = readFileSync(path);
    const changed = damage.change(whole, random);
    writeFileSync(path, changed);
    const { facts, skipped } = choose();
    writeFileSync(path, whole);
    const label = `seed ${seed}, ${file}, ${damage.name}`;
    if (facts.step === 2) {
      // Bytes exchanged with their like, or spacing.
      const isSame =
        changed.equals(whole) || (file === 'manifest.json' && saysTheSame(whole, changed));
      expect(isSame, label).toBe(true);
      harmless += 1;
      continue;
    }
    expect(facts.step, label).toBe(1);
    expect(
      skipped.map(({ exitCode }) => exitCode),
      label,
    ).toEqual([6]);
    expect(skipped[0]?.message, label).toContain(newest);
  }
  expect(choose()).toMatchObject({ facts: { step: 2 }, skipped: [] });
  expect(harmless).toBeLessThan(count / 10);
  console.log(`${count} damaged checkpoints: ${harmless} harmless, none used in silence`);
});

it('a checkpoint without one of its files is passed over', () => {
  for (const file of files) {
    const path = join(newest, file);
    const whole = readFileSync(path);
    rmSync(path);
    const { facts, skipped } = choose();
    expect([facts.step, skipped.length]).toEqual([1, 1]);
    expect(skipped[0]?.message).toContain(path);
    writeFileSync(path, whole);
  }
});

function saysTheSame(before: Buffer, after: Buffer): boolean {
  const [one, other] = [before, after].map((bytes) => JSON.stringify(parse(bytes.toString())));
  return one === other;
}
