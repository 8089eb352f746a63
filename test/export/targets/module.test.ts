/** The target `module`: packed by npm, unpacked into a project without ganspec, imported, and compared with the engine. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GanSpec } from '../../../src/index.js';
import { packageFolder } from '../../../src/packageFolder.js';
import { conditionalGans } from '../../program/conditionalGans.js';
import { difference } from '../networks.js';
import { exported } from './exported.js';
import { convolutional, smallImages } from './smallImages.js';

const tolerance = 1e-5;

function run(folder: string, command: string, ...words: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(command, words, { cwd: folder, encoding: 'utf8' });
  return { stdout, stderr, status };
}

/** Samples as the program prints them. */
interface Printed {
  readonly shape: readonly number[];
  readonly data: readonly number[];
  readonly labels: readonly number[] | null;
}

/** Runs a program that imports the package from its folder. */
function samplesOf(folder: string, options: object): Printed {
  const program = `import { sample } from './index.js';
const { shape, data, labels } = await sample(${JSON.stringify(options)});
console.log(JSON.stringify({ shape, data: [...data], labels: labels ? [...labels] : null }));`;
  const { stdout, stderr } = run(folder, process.execPath, '--input-type=module', '-e', program);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Printed;
}

const noisy: GanSpec = {
  ...smallImages,
  generator: {
    layers: [
      { type: 'learnedConstant', shape: [4, 4, 1] },
      'noiseInjection',
      'upSampling2d',
      { type: 'conv2d', filters: 1, kernelSize: 3 },
    ],
  },
};
const comparing: GanSpec = {
  ...smallImages,
  generator: {
    layers: [
      'minibatchStdDev',
      { type: 'dense', units: 64 },
      { type: 'reshape', shape: [8, 8, 1] },
    ],
  },
};

describe.each([
  ...Object.entries(conditionalGans),
  ['convolutions and batch norm', convolutional] as const,
  ['noise in its layers', noisy] as const,
  ['layers that compare the samples of a batch', comparing] as const,
])('a generator with %s', (_what, spec) => {
  it('gives the samples of the engine for the same seed', async () => {
    const { folder, session } = await exported(spec, 'module');
    const expected = await session.sample(5, { seed: 7 });
    const { shape, data, labels } = samplesOf(folder, { count: 5, seed: 7 });
    expect(shape).toEqual(expected.shape);
    expect(difference(data, expected.data)).toBeLessThan(tolerance);
    expect(labels).toEqual(expected.labels ? [...expected.labels] : null);
    await session.dispose();
  });
});

it('gives the samples of the engine in more than one batch, and for own latents', async () => {
  const { folder, session } = await exported(convolutional, 'module');
  const many = samplesOf(folder, { count: 70, seed: 3 });
  expect(difference(many.data, (await session.sample(70, { seed: 3 })).data)).toBeLessThan(
    tolerance,
  );
  const feeds = { latent: Array.from({ length: 8 }, (_, at) => Math.sin(at)) };
  const own = samplesOf(folder, { count: 2, feeds });
  expect(difference(own.data, (await session.sample(2, { feeds })).data)).toBeLessThan(tolerance);
  await session.dispose();
});

describe('a package', () => {
  const shapes: GanSpec = {
    ...(conditionalGans['conditionalBatchNorm and projection'] ?? {}),
    name: 'Shapes',
    description: 'Circles and squares.',
  };

  it('is packed, unpacked and imported by its name, and knows its types', async () => {
    const { folder, session, result } = await exported(shapes, 'module');
    expect(result.files).toEqual([
      'README.md',
      'export.json',
      'index.d.ts',
      'index.js',
      'model.json',
      'package.json',
      'runtime.js',
      'weights.bin',
    ]);
    const project = join(folder, 'project');
    const modules = join(project, 'node_modules/shapes');
    mkdirSync(modules, { recursive: true });
    const packed = run(folder, 'npm', 'pack', '--silent', '--pack-destination', project);
    expect(packed.stdout).toBe('shapes-1.0.0.tgz\n');
    run(project, 'tar', '-xzf', 'shapes-1.0.0.tgz', '-C', modules, '--strip-components=1');
    const [readme = ''] =
      /^import[^`]*/m.exec(readFileSync(join(modules, 'README.md'), 'utf8')) ?? [];
    writeFileSync(
      join(project, 'program.mjs'),
      `${readme}\nconsole.log(shape.join(), data.length);`,
    );
    expect(run(project, process.execPath, 'program.mjs')).toEqual({
      stdout: '4,8,8,1 256\n',
      stderr: '',
      status: 0,
    });
    writeFileSync(
      join(project, 'main.mts'),
      `import { sample, type ClassName } from 'shapes';
const name: ClassName = 'square';
const { shape, labels } = await sample({ count: 2, seed: 1, label: name });
const height: 8 = shape[1];
export const all: readonly unknown[] = [height, labels];
// @ts-expect-error -- there is no such class
await sample({ label: 'triangle' });
// @ts-expect-error -- there is no such input
await sample({ feeds: { noise: [1] } });
`,
    );
    const compiler = join(packageFolder, 'node_modules/typescript/bin/tsc');
    const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022'];
    expect(run(project, process.execPath, compiler, ...flags, 'main.mts').stdout).toBe('');
    expect(readdirSync(modules)).toContain('export.json');
    await session.dispose();
  });

  it('refuses what it does not take, in words', async () => {
    const { folder, session } = await exported(shapes, 'module');
    const program = (options: string): string =>
      `import { sample } from './index.js';
await sample(${options}).catch((error) => console.log(error.message));`;
    const told = (options: string): string =>
      run(folder, process.execPath, '--input-type=module', '-e', program(options)).stdout;
    expect(told("{ label: 'triangle' }")).toBe(
      'there is no class "triangle": the classes are circle, square\n',
    );
    expect(told('{ count: 0 }')).toBe('count of sample must be a whole number from 1 on, not 0\n');
    expect(told('{ number: 3 }')).toBe('sample has no option "number"\n');
    expect(told('{ feeds: { latent: [1] } }')).toBe(
      'input "latent" takes 2 numbers of shape [1, 2]; it was given 1 number\n',
    );
    await session.dispose();
  });

  it.each([
    ['stream', 'gan-stream'],
    ['Digits_v2.1', 'digits_v2.1'],
  ])('of the spec %s is called %s', async (name, expected) => {
    const { folder, session } = await exported({ ...convolutional, name }, 'module');
    const { name: found } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string;
    };
    expect(found).toBe(expected);
    await session.dispose();
  });
});
