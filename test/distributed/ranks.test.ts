/** Exported projects on two ranks: the same weights on both, those of one process, and a killed rank that starts again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { lacksTorch, runPython } from '../export/pytorch/python.js';
import { exportRecorded } from '../export/pytorch/recorded.js';
import { convolutional } from '../export/targets/smallImages.js';
import { checkpointOf, checkpointPath, childrenOf, finished, launch, printed } from './launch.js';

const root = mkdtempSync(join(tmpdir(), 'ganspec-ranks-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const project = join(root, 'project');
const steps = 40;
const spec: GanSpec = {
  ...convolutional,
  discriminator: {
    layers: [
      { type: 'conv2d', filters: 4, kernelSize: 3, strides: 2 },
      { type: 'leakyReLU', alpha: 0.2 },
      'flatten',
      { type: 'dense', units: 1 },
    ],
  },
  loss: 'wasserstein',
  penalties: [{ type: 'gradientPenalty', weight: 10 }],
  // With its usual epsilon Adam makes a whole step from the rounding error of a gradient that is 0.
  optimizers: {
    generator: { type: 'adam', epsilon: 1e-2 },
    discriminator: { type: 'adam', epsilon: 1e-2 },
  },
  training: {
    batchSize: 4,
    steps,
    discriminatorSteps: 2,
    syncBatchNorm: true,
    ema: { decay: 0.9 },
  },
};

describe.skipIf(lacksTorch !== undefined)(
  `on two ranks${lacksTorch ? `: ${lacksTorch}` : ''}`,
  () => {
    const train = (run: string, options: readonly string[] = []) =>
      launch(
        2,
        join(project, 'train.py'),
        ['--out', join(root, run), '--checkpoint-every', '5', '--log-every', '20'],
        options,
      );

    beforeAll(async () => {
      await exportRecorded(createCompiler().compile(spec), project, 3);
    }, 120_000);

    it('the weights are the same bits, and those of one process with the whole batch', async () => {
      const text = await finished(launch(2, join(import.meta.dirname, 'ranks.py'), [project]));
      const { same, distance } = JSON.parse(/\{.*\}/.exec(text)?.[0] ?? '{}') as Record<
        string,
        unknown
      >;
      expect(same).toBe(true);
      expect(distance).toBeLessThan(1e-4);
    }, 240_000);

    it('a killed rank starts again, SIGTERM saves, and the end is that of a run that nothing stops', async () => {
      await finished(train('whole'));
      const stopped = train('stopped', ['--max-restarts=1']);
      await checkpointOf(join(root, 'stopped'), 5, stopped);
      const [, second = 0] = childrenOf(stopped.pid);
      process.kill(second, 'SIGKILL');
      const [, restart] = await printed(stopped, /from iteration ([1-9]\d*) of/);
      await checkpointOf(join(root, 'stopped'), Number(restart) + 5, stopped);
      for (const rank of childrenOf(stopped.pid)) process.kill(rank, 'SIGTERM');
      await finished(stopped);
      expect(stopped.printed()).toMatch(/stopped after iteration \d+/);
      await finished(train('stopped'));
      const end = (run: string): Buffer => readFileSync(checkpointPath(join(root, run), steps));
      expect(end('stopped').equals(end('whole'))).toBe(true);
    }, 480_000);

    it('ranks that have other data are refused', async () => {
      const script = join(import.meta.dirname, 'otherData.py');
      const refused = launch(2, script, [project, join(root, 'refused')]);
      expect(await refused.ended).not.toBe(0);
      expect(refused.printed()).toContain(
        'error: rank(s) 1 have other data than rank 0: give every rank the same',
      );
    }, 120_000);

    it('a batch that the ranks cannot divide is refused', () => {
      expect(() => runPython([join(project, 'train.py')], undefined, { WORLD_SIZE: '3' })).toThrow(
        'error: a batch of 4 cannot be divided among 3 ranks: give --batch a multiple',
      );
    }, 120_000);
  },
);
