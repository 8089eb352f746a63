/** A project of PyTorch by `ganspec export`, and back by `ganspec import`. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runInProcess } from './runInProcess.js';

const root = mkdtempSync(join(tmpdir(), 'ganspec-import-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const specFile = join(root, 'gan.json');
const project = join(root, 'project');
const command = (...words: readonly string[]) => runInProcess(words, root);

const spec = {
  data: { type: 'ring' },
  latent: { dim: 2 },
  generator: { layers: [{ type: 'dense', units: 2 }] },
  discriminator: { layers: [{ type: 'dense', units: 1 }] },
  loss: 'relativisticAverage',
  training: { batchSize: 4 },
};
writeFileSync(specFile, JSON.stringify(spec));

it('a spec goes to PyTorch, with a note on what each rank computes alone, and comes back as a run', async () => {
  expect(await command('export', specFile, '--to', 'pytorch', '--out', project)).toEqual({
    code: 0,
    stdout: 'FOLDER/project\n',
    stderr:
      'note: on several ranks these functions of losses.py, which are no means over samples, are taken over the samples of each rank, so results differ from one process: discriminator_loss, generator_loss\n',
  });
  expect(existsSync(join(project, 'train.py'))).toBe(true);
  const out = join(root, 'run');
  expect(await command('import', project, '--out', out)).toEqual({
    code: 0,
    stdout: 'FOLDER/run\n',
    stderr:
      'note: FOLDER/project/state.safetensors, after iteration 0, as it was exported: name the folder of --out where train.py was given one\n',
  });
  const again = await command('export', out, '--to', 'safetensors');
  expect([again.code, again.stdout]).toEqual([0, 'FOLDER/run/exports/safetensors\n']);
});

it('a state of another spec is refused, and no run is left', async () => {
  const other = join(root, 'other.json');
  writeFileSync(other, JSON.stringify({ ...spec, training: { batchSize: 8 } }));
  const out = join(root, 'refused');
  const { code, stderr } = await command('import', project, '--spec', other, '--out', out);
  expect(code).toBe(2);
  expect(stderr).toContain('GAN605');
  expect(stderr).toContain('training.batchSize: 4 → 8');
  expect(existsSync(out)).toBe(false);
});
