/** Exported projects as ruff and mypy see them: formatted, without complaints, typed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallFiles } from '../../presets/support/smallFiles.js';
import { smallPreset } from '../../presets/support/smallPreset.js';
import { pluginGan } from './plugin.js';
import { lacksTorch, python, runPython } from './python.js';
import { exportRecorded } from './recorded.js';

const files = smallFiles();
const root = mkdtempSync(join(tmpdir(), 'ganspec-style-'));
afterAll(() => {
  for (const folder of [files, root]) rmSync(folder, { recursive: true });
});

const lacksTools =
  lacksTorch ??
  (['ruff', 'mypy'].every((tool) => spawnSync(python, ['-m', tool, '--version']).status === 0)
    ? undefined
    : `${python} has no ruff and mypy`);

const presets = ['acgan-mnist', 'stylegan2-small', 'text-wgan-gp', 'wgan-mnist'];

describe.skipIf(lacksTools !== undefined)(`a project${lacksTools ? `: ${lacksTools}` : ''}`, () => {
  beforeAll(async () => {
    for (const name of presets) {
      await exportRecorded(smallPreset(name, files), join(root, name), 1);
    }
    await exportRecorded(pluginGan(), join(root, 'plugin'), 1);
  }, 300_000);

  it('is formatted, and ruff finds nothing in it', () => {
    expect(runPython(['-m', 'ruff', 'format', '--check', '.'], root)).toContain('already');
    expect(runPython(['-m', 'ruff', 'check', '--extend-select', 'E501', '.'], root)).toBe(
      'All checks passed!\n',
    );
  });

  it.each(['stylegan2-small', 'plugin'])(
    'is typed, as %s',
    (name) => {
      const cache = ['--cache-dir', join(root, 'types')];
      expect(runPython(['-m', 'mypy', ...cache, '.'], join(root, name))).toContain('Success');
    },
    300_000,
  );
});
