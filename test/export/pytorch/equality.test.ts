/** Exported projects compute what ganspec computes: five iterations of presets, made small and smooth, and of a plugin, in PyTorch. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallFiles } from '../../presets/support/smallFiles.js';
import { smoothPreset } from '../../presets/support/smoothPreset.js';
import { pluginGan } from './plugin.js';
import { lacksTorch, runPython } from './python.js';
import { exportRecorded } from './recorded.js';

const files = smallFiles();
const root = mkdtempSync(join(tmpdir(), 'ganspec-pytorch-'));
afterAll(() => {
  for (const folder of [files, root]) rmSync(folder, { recursive: true });
});

const presets = [
  'dcgan-mnist',
  'wgan-gp-mnist',
  'sngan-mnist',
  'acgan-mnist',
  'r3gan-small',
  'stylegan2-small',
];

/** Its probability moves with each batch, also where the loss keeps its number. */
const augment = { policy: ['translation'], probability: 0.5, target: 0.5, images: 64 };

interface Replay {
  readonly project: string;
  readonly compared: number;
  readonly distance: number;
}

describe.skipIf(lacksTorch !== undefined)(
  `in PyTorch${lacksTorch ? `: ${lacksTorch}` : ''}`,
  () => {
    it('five iterations end with the same numbers', async () => {
      const gans = [
        ...presets.map((name) => [name, smoothPreset(name, files)] as const),
        ['plugin', pluginGan()] as const,
        ['ahead', pluginGan({ update: 'extraGradient', ema: { decay: 0.75 }, augment })] as const,
        ['accumulated', pluginGan({ gradientAccumulation: 2, augment })] as const,
      ];
      for (const [name, gan] of gans) await exportRecorded(gan, join(root, name));
      const script = join(import.meta.dirname, 'replay.py');
      const printed = runPython([script, ...gans.map(([name]) => join(root, name))]);
      const replays = JSON.parse(printed) as readonly Replay[];
      expect(replays.map(({ project }) => project)).toEqual(gans.map(([name]) => name));
      for (const { project, distance, compared } of replays) {
        expect(distance, project).toBeLessThan(1e-4);
        expect(compared, project).toBeGreaterThan(20);
      }
    }, 600_000);
  },
);
