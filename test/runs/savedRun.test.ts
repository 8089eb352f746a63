import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRunRecord } from '../../src/runs/savedRun.js';
import { temporaryFolder } from '../datasets/idxFile.js';
import { writeHandmadeRecord } from './handmadeRun.js';

const last = 'Name the folder that `ganspec train` printed at its end; `ganspec runs` lists them.';

it.each<[string, string, string, hint: (run: string) => string]>([
  ['the checkpoints', 'run/checkpoints', 'it has no run.json', plain],
  ['a checkpoint', 'run/checkpoints/step-000500', 'it has no run.json', ofCheckpoint],
  ['its state', 'run/checkpoints/step-000500/state.safetensors', 'it is a file', ofCheckpoint],
  ['the record of a run', 'run/run.json', 'it is a file', plain],
  ['the folder of runs', '', 'it has no run.json', () => last],
  ['a run that is not there', 'other', 'there is no such folder', () => last],
])('names the run that is meant by %s', (_, path, reason, hint) => {
  const folder = temporaryFolder();
  const run = join(folder, 'run');
  writeHandmadeRecord(run, {});
  mkdirSync(join(run, 'checkpoints/step-000500'), { recursive: true });
  writeFileSync(join(run, 'checkpoints/step-000500/state.safetensors'), '');
  expect(() => readRunRecord(join(folder, path))).toThrow(
    expect.objectContaining({
      code: 'GAN513',
      message: `${join(folder, path)} is not the folder of a run: ${reason}`,
      hint: hint(run),
    }),
  );
});

function plain(run: string): string {
  return `It is a part of the run ${run}: name that folder.`;
}

function ofCheckpoint(run: string): string {
  return `It is a part of the run ${run}: name that folder, with --from 500 to resume it from this checkpoint; --init-from takes ${run}/checkpoints/step-000500, too.`;
}
