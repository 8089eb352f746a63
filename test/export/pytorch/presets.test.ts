/** Every preset, made small: exported to PyTorch, run there for one iteration, and imported again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, importRun, listPresets, openRun } from '../../../src/index.js';
import { readSafetensors } from '../../../src/checkpoint/safetensors.js';
import { smallFiles } from '../../presets/support/smallFiles.js';
import { smallPreset } from '../../presets/support/smallPreset.js';
import { lacksTorch, runPython } from './python.js';
import { exportRecorded } from './recorded.js';

const files = smallFiles();
const root = mkdtempSync(join(tmpdir(), 'ganspec-presets-'));
afterAll(() => {
  for (const folder of [files, root]) rmSync(folder, { recursive: true });
});

interface Replay {
  readonly project: string;
  readonly firstReports: number;
}

/** True where the run that was imported has the very state of the checkpoint. */
async function comesBack(project: string): Promise<boolean> {
  const out = join(project, 'imported');
  const compiler = createCompiler({ dataDir: files });
  const { file, iteration } = await importRun(project, { out, compiler });
  const saved = readSafetensors(readFileSync(file), file);
  const run = await openRun(out, { compiler });
  try {
    const state = await run.session.readState();
    return (
      iteration === 1 &&
      [...saved].every(
        ([name, { data }]) => Buffer.compare(bytesOf(data), bytesOf(state.get(name)?.data)) === 0,
      )
    );
  } finally {
    await run.dispose();
  }
}

function bytesOf(data: ArrayBufferView = new Uint8Array()): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

describe.skipIf(lacksTorch !== undefined)(
  `in PyTorch${lacksTorch ? `: ${lacksTorch}` : ''}`,
  () => {
    it('all presets are exported, run and come back, as docs/scale.md says', async () => {
      const names = listPresets().map(({ name }) => name);
      for (const name of names) await exportRecorded(smallPreset(name, files), join(root, name), 1);
      const script = join(import.meta.dirname, 'replay.py');
      const printed = runPython([script, ...names.map((name) => join(root, name))]);
      const replays = JSON.parse(printed) as readonly Replay[];
      const rows = [];
      for (const { project, firstReports } of replays) {
        const isEqual = firstReports < 1e-4;
        const isBack = await comesBack(join(root, project));
        rows.push([`\`${project}\``, 'yes', isEqual ? 'yes' : 'no', isBack ? 'yes' : 'no']);
      }
      const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
      const page = readFileSync('docs/scale.md', 'utf8').replaceAll(/ +\|/g, ' |');
      expect(page).toContain(table);
    }, 900_000);
  },
);
