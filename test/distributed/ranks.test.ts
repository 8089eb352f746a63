/** Exported projects on two ranks: the same weights on both, those of one process, and a killed rank that starts again. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { lacksTorch, runPython } from '../export/pytorch/python.js';
import { exportRecorded } from '../export/pytorch/recorded.js';
import { convolutional } from '../export/targets/smallImages.js';
import { checkpointOf, checkpointPath, childrenOf, finished, launch } from './launch.js';

const root = mkdtempSync(join(tmpdir(), 'ganspec-ranks-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const project = join(root, 'project');
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
  training: { batchSize: 4, steps: 40, discriminatorSteps: 2, ema: { decay: 0.9 } },
};

describe.skipIf(lacksTorch !== undefined)(
  `on two ranks${lacksTorch ? `: ${lacksTorch}` : ''}`,
  () => {
    const train = (run: string, options: readonly string[] = []) =>
      launch(
        2,
        join(project, 'train.py'),
        ['--out', join(root, run), '--checkpoint-every', '10', '--log-every', '20'],
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

    it('a rank that is killed starts again from the checkpoint, and the end is the same', async () => {
      await finished(train('whole'));
      const killed = train('killed', ['--max-restarts=1']);
      await checkpointOf(join(root, 'killed'), 10, killed);
      const [, second = 0] = childrenOf(killed.pid);
      process.kill(second, 'SIGKILL');
      await finished(killed);
      expect(killed.printed()).toMatch(/from iteration [1-3]0 of/);
      const end = (run: string): Buffer => readFileSync(checkpointPath(join(root, run), 40));
      expect(end('killed').equals(end('whole'))).toBe(true);
    }, 480_000);

    it('SIGTERM saves, and the run goes on from there', async () => {
      const stopped = train('stopped');
      await checkpointOf(join(root, 'stopped'), 10, stopped);
      for (const rank of childrenOf(stopped.pid)) process.kill(rank, 'SIGTERM');
      await finished(stopped);
      expect(stopped.printed()).toMatch(/stopped after iteration \d+/);
      await finished(train('stopped'));
      const end = (run: string): Buffer => readFileSync(checkpointPath(join(root, run), 40));
      expect(end('stopped').equals(end('whole'))).toBe(true);
    }, 480_000);

    it('a batch that the ranks cannot divide is refused', () => {
      expect(() =>
        runPython([
          '-m',
          'torch.distributed.run',
          '--standalone',
          '--nproc-per-node=3',
          join(project, 'train.py'),
        ]),
      ).toThrow('error: a batch of 4 cannot be divided among 3 ranks: give --batch a multiple');
    }, 120_000);
  },
);
