/** The example plugin with the built command line; needs `npm run build`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Project } from './support/project.js';

const project = new Project();
const { folder } = project;
const spec = join(project.example('wgan-div'), 'ring-wgan-div.json');
const plugin = join(folder, 'wgan-div/dist/index.js');
afterAll(() => {
  project.remove();
});

const ganspec = project.ganspec.bind(project);

/** The mean of | ‖x‖ − 1 |, the distance from the ring that the Gaussians lie on, over 512 samples of a run. */
function distanceFromRing(run: string): number {
  const file = join(run, 'samples.npy');
  const sampled = ganspec('sample', run, '--plugin', plugin, '--count', '512', '--out', file);
  expect(sampled).toEqual({ status: 0, stdout: `${file}\n`, stderr: '' });
  const bytes = readFileSync(file);
  const start = 10 + bytes.readUInt16LE(8);
  const distances = Array.from({ length: 512 }, (_, i) => {
    const [x, y] = [bytes.readFloatLE(start + 8 * i), bytes.readFloatLE(start + 8 * i + 4)];
    return Math.abs(Math.hypot(x, y) - 1);
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

function train(steps: number): { run: string; metrics: Record<string, number> } {
  const run = join(folder, `${steps}-steps`);
  const words = ['--plugin', plugin, '--steps', String(steps), '--out', run, '--json'];
  const { status, stdout } = ganspec('train', spec, ...words);
  expect(status).toBe(0);
  const end = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
    metrics: Record<string, number>;
  };
  return { run, metrics: end.metrics };
}

describe('the WGAN-div plugin', () => {
  it('moves generated points near the ring', () => {
    const first = train(1);
    const last = train(800);
    for (const name of ['discriminatorLoss', 'generatorLoss', 'wganDiv']) {
      expect(last.metrics[name]).toSatisfy(Number.isFinite);
    }
    expect(distanceFromRing(first.run)).toBeGreaterThan(0.5);
    expect(distanceFromRing(last.run)).toBeLessThan(0.2);
  });

  it('is listed in the record of a run', () => {
    const { run } = train(2);
    const record = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')) as object;
    expect(record).toMatchObject({ plugins: ['example/wganDiv'] });
  });

  it('is named in the hint for a spec that uses its types without it', () => {
    expect(ganspec('validate', spec)).toEqual({
      status: 3,
      stdout: `${spec}: 2 errors, 0 warnings\n`,
      stderr: `${spec}:10:11 error GAN127: loss type "example/wganDiv" is that of a plugin that is not loaded
   10 |   "loss": "example/wganDiv",
      |           ^^^^^^^^^^^^^^^^^
   hint: load it with --plugin FILE, or with createCompiler({ plugins })
${spec}:11:17 error GAN127: penalty type "example/wganDiv" is that of a plugin that is not loaded
   11 |   "penalties": ["example/wganDiv"],
      |                 ^^^^^^^^^^^^^^^^^
   hint: load it with --plugin FILE, or with createCompiler({ plugins })
`,
    });
  });

  it('has options that are checked like those of built-in entries', () => {
    const use = (options: string) =>
      ganspec('validate', 'ring', '--plugin', plugin, '--set', `penalties=[${options}]`);
    const misspelt = use('{"type":"example/wganDiv","powr":3}');
    expect(misspelt.status).toBe(3);
    expect(misspelt.stderr).toContain('error GAN120: unknown key "powr" in example/wganDiv\n');
    expect(misspelt.stderr).toContain('hint: did you mean "power"?\n');
    const small = use('{"type":"example/wganDiv","power":1}');
    expect(small.status).toBe(3);
    expect(small.stderr).toMatch(/error GAN\d+: .*power.* 2/);
  });

  it('cannot be loaded twice', () => {
    const { status, stderr } = ganspec('validate', 'ring', '--plugin', plugin, '--plugin', plugin);
    expect(status).toBe(3);
    expect(stderr).toContain('error GAN802: this plugin cannot be used:\n');
    expect(stderr).toContain(': loss "example/wganDiv": there is already a loss of this type\n');
    expect(stderr).toContain(
      ': penalty "example/wganDiv": there is already a penalty of this type\n',
    );
  });
});
