/** `ganspec sweep` run from the sources. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { sealedText } from '../../src/checkpoint/recordFile.js';
import { Project } from '../examples/support/project.js';
import { askOptuna } from '../../src/runs/sweep/optuna.js';
import type { SearchSpace } from '../../src/runs/sweep/space.js';
import type { SweepRecord } from '../../src/runs/sweep/sweepRecord.js';
import { runInProcess, type Outcome } from './runInProcess.js';

const project = new Project();
const { folder } = project;
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  project.remove();
});

const write = (name: string, content: object): string => {
  writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};

/** Two layers of 4 units, whose discriminator learns nothing, very little or so much that its numbers overflow. */
const spec = write('spec.json', {
  name: 'tiny',
  data: { type: 'ring', count: 200 },
  latent: { dim: 2 },
  generator: { layers: [{ type: 'dense', units: 2 }] },
  discriminator: { layers: [{ type: 'dense', units: 4 }, 'relu', { type: 'dense', units: 1 }] },
  loss: 'wasserstein',
  optimizers: { generator: { type: 'sgd' }, discriminator: { type: 'sgd' } },
  training: { steps: 40, batchSize: 20 },
  monitor: { metrics: ['slicedWasserstein'] },
});

const rates = 'optimizers.discriminator.learningRate';

function sweep(space: object, out: string, ...options: readonly string[]): Promise<Outcome> {
  const words = ['sweep', spec, '--space', write('space.json', space), '--out', join(folder, out)];
  return runInProcess([...words, '--count', '50', ...options], folder);
}

const recordOf = (out: string): SweepRecord =>
  JSON.parse(readFileSync(join(folder, out, 'sweep.json'), 'utf8')) as SweepRecord;

describe('ganspec sweep', () => {
  it('trains, measures and ranks trials, and goes on where it has stopped', async () => {
    const space = { [rates]: { min: 1e-4, max: 1e-2, scale: 'log' } };
    const first = await sweep(space, 'a', '--trials', '2');
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(
      /^trial 1 of 2: completed, slicedWasserstein [\d.]+ \(N 50\)\ntrial 2 of 2: completed, /,
    );
    const [heading = '', , ...rows] = first.stdout.split('\n');
    expect(heading.split(/ +/)).toEqual(['trial', 'slicedWasserstein', rates]);
    const values = rows.slice(0, 2).map((row) => Number(row.trim().split(/ +/)[1]));
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(first.stdout).toMatch(/the best is FOLDER\/a\/trial-000[12]\n$/);

    const { trials } = recordOf('a');
    rmSync(join(folder, 'a', 'trial-0001'), { recursive: true });
    const second = await sweep(space, 'a', '--trials', '3', '--json');
    expect(second.code).toBe(0);
    // Those that have ended are not trained again.
    expect(existsSync(join(folder, 'a', 'trial-0001'))).toBe(false);
    expect(recordOf('a').trials.slice(0, 2)).toEqual(trials);
    const lines = second.stdout.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { trial: number }).trial)).toEqual([1, 2, 3]);
  });

  it('measures a trial that was killed before its measurement', async () => {
    const space = { 'training.seed': [1, 2, 3] };
    await sweep(space, 'b', '--trials', '1');
    const { trials } = recordOf('b');
    rmSync(join(folder, 'b', 'sweep.json'));
    await sweep(space, 'b', '--trials', '1');
    expect(recordOf('b').trials).toEqual(trials);
  });

  it.each([
    ['measures a trial that was killed at its last step', false],
    ['starts a trial anew that was killed before its first checkpoint', true],
  ])('%s', async (_, isEarly) => {
    const space = { 'training.steps': [20] };
    const out = isEarly ? 'early' : 'late';
    await sweep(space, out, '--trials', '1');
    const { trials } = recordOf(out);
    rmSync(join(folder, out, 'sweep.json'));
    const run = join(folder, out, 'trial-0001');
    const record = readFileSync(join(run, 'run.json'), 'utf8');
    const killed: Record<string, unknown> = {
      ...(JSON.parse(record) as object),
      status: 'running',
    };
    delete killed['sha256'];
    writeFileSync(join(run, 'run.json'), sealedText(killed));
    if (isEarly) rmSync(join(run, 'checkpoints'), { recursive: true });
    expect(await sweep(space, out, '--trials', '1')).toMatchObject({ code: 0 });
    expect(recordOf(out).trials).toEqual(trials);
  });

  it('ends trials that diverge, and those that the spec does not allow', async () => {
    const { code, stdout, stderr } = await sweep({ [rates]: [1e38, -1] }, 'c', '--trials', '4');
    expect(code).toBe(0);
    const outcomes = new Set(recordOf('c').trials.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['diverged', 'invalid']));
    expect(stderr).toMatch(/: diverged: .+/);
    expect(stderr).toMatch(/: invalid: .+/);
    expect(stdout).toBe('no trial reached its end\n');
  });

  const python = process.env['GANSPEC_TEST_PYTHON'];
  it.skipIf(python === undefined)('asks Optuna, which learns from the trials before', async () => {
    vi.stubEnv('GANSPEC_PYTHON', python);
    const space: SearchSpace = {
      [rates]: { min: 1e-4, max: 1e-2, scale: 'log' },
      'training.batchSize': [10, 20],
      'latent.dim': { min: 1, max: 4, whole: true },
    };
    const words = ['--sampler', 'optuna', '--trials'];
    expect((await sweep(space, 'o', ...words, '3')).code).toBe(0);
    const { trials } = recordOf('o');
    for (const { settings } of trials) {
      expect([10, 20]).toContain(settings['training.batchSize']);
      expect([1, 2, 3, 4]).toContain(settings['latent.dim']);
      expect(settings[rates]).toBeGreaterThanOrEqual(1e-4);
      expect(settings[rates]).toBeLessThanOrEqual(1e-2);
    }
    // The same trials before give the same values after.
    const known = trials.slice(0, 2);
    expect(askOptuna({ space, seed: 1 }, known)).toEqual(trials[2]?.settings);
    expect((await sweep(space, 'o', '--trials', '3')).stderr).toContain(
      'its sampler is "optuna", not "random"',
    );
  });

  it('says how to get Optuna, and leaves no folder', async () => {
    vi.stubEnv('GANSPEC_PYTHON', join(folder, 'no-python'));
    const { code, stderr } = await sweep(
      { 'latent.dim': [1] },
      'p',
      '--sampler',
      'optuna',
      '--trials',
      '1',
    );
    expect(code).toBe(2);
    expect(stderr).toContain(
      'error GAN544: Optuna gives no values for the next trial: FOLDER/no-python does not start',
    );
    expect(stderr).toContain('pip install optuna');
    expect(existsSync(join(folder, 'p'))).toBe(false);
  });

  it('ends trials of which a rule of health warns', async () => {
    // All latent vectors give one point; the tenth look is passed over, and five in a row are too many.
    const space = {
      'generator.layers.0.kernelInitializer': ['zeros'],
      'optimizers.generator.learningRate': [0],
      'monitor.health.modeCollapse.every': [2],
    };
    await sweep(space, 'd', '--trials', '1');
    expect(recordOf('d').trials).toMatchObject([{ outcome: 'pruned', run: 'trial-0001' }]);
    expect(recordOf('d').trials[0]?.reason).toMatch(/^the generator collapses: at step \d+ /);
  });

  it('leaves no folder where nothing of it can begin', async () => {
    vi.stubEnv('GANSPEC_TENSORFLOW', join(folder, 'nothing'));
    const { code, stderr } = await sweep(
      { 'training.seed': [1] },
      'e',
      '--trials',
      '1',
      '--engine',
      'tensorflow',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('error GAN524: ');
    expect(existsSync(join(folder, 'e'))).toBe(false);
  });

  it('refuses the folder of another sweep', async () => {
    const { code, stderr } = await sweep({ 'training.seed': [4] }, 'b', '--trials', '1');
    expect(code).toBe(2);
    expect(stderr).toContain(
      'error GAN528: FOLDER/b holds another sweep: its space is {"training.seed":[1,2,3]}, not {"training.seed":[4]}\n',
    );
  });
});
