/** `ganspec evaluate` run from the sources. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, type GanEvaluation } from '../../src/index.js';
import { Project } from '../examples/support/project.js';
import { writeHandmadeRun } from '../runs/handmadeRun.js';
import { runInProcess, type Outcome } from './runInProcess.js';

const project = new Project();
const { folder } = project;
const run = join(folder, 'run');
afterAll(() => {
  project.remove();
});

/** A run of a ring of 60 points whose generator has its first weights. */
beforeAll(async () => {
  const spec = {
    extends: 'ring',
    data: { type: 'ring', count: 60 },
    training: { batchSize: 20, seed: 3 },
    monitor: { metrics: ['modes'], metricsEvery: 5, checkpoint: { best: 'modes' } },
  };
  const session = await createCompiler().compile(JSON.stringify(spec)).prepare({ seed: 3 });
  writeHandmadeRun(run, spec, { seed: 3, baseDir: folder }, await session.readState());
  await session.dispose();
});

const evaluate = (...options: readonly string[]): Promise<Outcome> =>
  runInProcess(['evaluate', run, ...options], folder);

describe('ganspec sample', () => {
  it('says where there is no such checkpoint', async () => {
    const { code, stderr } = await runInProcess(['sample', run, '--from', '7'], folder);
    expect(code).toBe(6);
    expect(stderr).toContain('FOLDER/run has no checkpoint of step 7\n');
  });
});

describe('ganspec evaluate', () => {
  it('measures by the metrics of the spec', async () => {
    const { stdout } = await evaluate('--json');
    expect((JSON.parse(stdout) as GanEvaluation).metrics.map(({ metric }) => metric.type)).toEqual([
      'modes',
    ]);
  });

  it('measures by all metrics that fit, beside real samples', async () => {
    const { code, stdout, stderr } = await evaluate('--metrics', '[]');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head = '', , columns, ...rows] = stdout.split('\n');
    expect(head).toBe('FOLDER/run, step 0, averaged weights, seed 3, real samples of ring');
    expect(columns?.split(/ +/)).toEqual([
      'metric',
      'value',
      '±',
      'real',
      'better',
      'compared',
      'N',
    ]);
    const modes = rows.find((row) => row.startsWith('modes'));
    expect(modes).toMatch(/^modes +\d +8 \(N 30\) +higher +samples +60$/);
    expect(rows.filter((row) => row !== '')).toHaveLength(11);
  });

  it('measures by the metrics asked for, as JSON', async () => {
    const { stdout } = await evaluate(
      ...['--metrics', 'precision, highQuality', '--count', '20', '--seed', '9', '--json'],
    );
    const result = JSON.parse(stdout) as GanEvaluation;
    expect(result).toMatchObject({
      run: 'FOLDER/run',
      step: 0,
      weights: 'average',
      seed: 9,
      data: { type: 'ring', count: 60 },
      backbone: null,
    });
    expect(result.metrics).toHaveLength(2);
    expect(result.metrics[0]).toMatchObject({
      metric: { type: 'precision', neighbours: 5 },
      better: 'higher',
      compared: 'samples',
      count: 20,
      noiseFloor: { count: 20 },
    });
  });

  it('gives the same numbers for the same seed', async () => {
    const [first, second] = [await evaluate('--json'), await evaluate('--json')];
    expect(first.stdout).toBe(second.stdout);
  });

  it('takes metrics with options as JSON', async () => {
    const { stdout } = await evaluate('--metrics', '[{"type": "recall", "neighbours": 2}]');
    expect(stdout).toContain('recall neighbours=2');
  });

  it('refuses metrics that do not exist or do not fit the data', async () => {
    expect(await evaluate('--metrics', 'fid')).toEqual({
      code: 3,
      stdout: '',
      stderr: `--set:1:18 error GAN102: unknown metric type "fid"
    1 | monitor.metrics=["fid"]
      |                  ^^^^^
   hint: here it is called "frechetDistance"
`,
    });
    expect((await evaluate('--metrics', 'msSsim')).stderr).toContain(
      'error GAN320: the metric "msSsim" cannot measure the samples of ring: they are no images\n',
    );
    const { code, stderr } = await evaluate('--metrics', 'classifierScore');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `error GAN320: the metric "classifierScore" cannot measure these samples: there is no classifier for them
  hint: Name metrics that fit, or none, for all that do; \`ganspec metrics\` lists them.
`,
    });
  });

  it('says where there is no such checkpoint', async () => {
    const { code, stderr } = await evaluate('--from', '500');
    expect({ code, stderr }).toEqual({
      code: 6,
      stderr: `error GAN607: FOLDER/run has no checkpoint of step 500
  hint: It ended before its first one: train again, and keep them more often with monitor.checkpoint.
`,
    });
  });

  it('takes a model of images as its backbone, for images alone', async () => {
    const refused = await evaluate('--backbone', 'inception.onnx');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(
      'error GAN543: the backbone inception.onnx reads images, and samples have the shape [2]',
    );
    expect(await evaluate('--layer', 'pool3')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: --layer is an option of --backbone, which is missing\n',
    });
  });
});
