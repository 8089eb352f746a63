/** `<name>.gan.js` under the real TypeScript compiler, and run by Node. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, openCompiled } from '../../src/index.js';
import { describeGan } from '../../src/export/description.js';
import { moduleFiles, moduleProgram, moduleTypes } from '../../src/export/typedModule.js';

const root = join(import.meta.dirname, '../..');
const compiler = createCompiler();
const gan = compiler.compile(compiler.read('ring', { set: ['training.batchSize=8'] }));
let project = '';

/** A project that has ganspec, compiled GANs inside and outside of `src`, and a name for one of them. */
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'ganspec-module-'));
  const installed = join(project, 'node_modules/ganspec');
  mkdirSync(installed, { recursive: true });
  for (const name of ['dist', 'package.json', 'presets', 'schema']) {
    symlinkSync(join(root, name), join(installed, name));
  }
  const manifest = { type: 'module', imports: { '#ring': './ring/ring.gan.js' } };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  await gan.compileTo(join(project, 'ring'), { seed: 3 });
});
afterAll(() => {
  rmSync(project, { recursive: true });
});

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Errors of the TypeScript compiler in a program beside the compiled folder, as `line: code`. */
function mistakes(name: string, text: string): readonly string[] {
  const file = join(project, name);
  writeFileSync(file, text);
  const program = ts.createProgram([file], options);
  const own = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/src/'));
  const said = own.flatMap((source) =>
    source.isDeclarationFile ? [] : ts.getPreEmitDiagnostics(program, source),
  );
  return said.map(({ file: source, start, code }) => {
    const line =
      source === undefined ? 0 : ts.getLineAndCharacterOfPosition(source, start ?? 0).line;
    return `${String(line + 1)}: TS${String(code)}`;
  });
}

const use = `const gan = await load();
const samples = await gan.sample(3, { seed: 1 });
const state = await gan.readState();
const metrics = await gan.step('generator', { latent: new Float32Array(16) });
await gan.dispose();
console.log(JSON.stringify({
  samples: [samples.shape, [...samples.data].every(Number.isFinite)],
  kernel: state['generator/dense_0/kernel'].shape,
  loss: Number.isFinite(metrics.generatorLoss),
}));
`;

const used = '{"samples":[[3,2],true],"kernel":[2,128],"loss":true}\n';

/** Runs a program with the Node that runs the tests, without any option. */
function run(file: string) {
  const { stdout, stderr } = spawnSync(process.execPath, [file], {
    cwd: project,
    encoding: 'utf8',
  });
  return { stdout, stderr };
}

describe('a typed module', () => {
  it('has literal shapes and names', () => {
    const text = `import { load, type InputName, type MetricName, type StateName, type StepName } from './ring/ring.gan.js';
const is = <Wanted>(value: Wanted): Wanted => value;
${use}
is<readonly [3, 2]>(samples.shape);
is<readonly [2, 128]>(state['generator/dense_0/kernel'].shape);
is<readonly [8, 2]>(gan.description.latent);
is<StateName>('discriminator/dense_2/bias');
is<StepName>('discriminator');
is<InputName<'discriminator'>>('real');
is<MetricName>('fakeScore');
is<number>(metrics.generatorLoss);
`;
    expect(mistakes('right.ts', text)).toEqual([]);
  });

  it('refuses wrong shapes and names', () => {
    const text = `import { load, type InputName, type MetricName, type StateName } from './ring/ring.gan.js';
const is = <Wanted>(value: Wanted): Wanted => value;
const gan = await load();
is<readonly [4, 2]>((await gan.sample(3)).shape);
await gan.sample('3');
await gan.step('joint');
await gan.step('generator', { real: [] });
(await gan.step('generator')).discriminatorLoss;
(await gan.readState())['generator/dense_9/kernel'];
is<StateName>('generator/dense_0/kernels');
is<InputName<'generator'>>('real');
is<MetricName<'generator'>>('discriminatorLoss');
`;
    expect(mistakes('wrong.ts', text)).toEqual([
      '4: TS2345',
      '5: TS2345',
      '6: TS2345',
      '7: TS2353',
      '8: TS2339',
      '9: TS2551',
      '10: TS2345',
      '11: TS2345',
      '12: TS2345',
    ]);
  });

  it('is checked in JavaScript too', () => {
    const head = `import { load } from './ring/ring.gan.js';\n`;
    expect(mistakes('right.js', head + use)).toEqual([]);
    const wrong = `${head}const gan = await load();\nawait gan.step('joint');\n`;
    expect(mistakes('wrong.js', wrong)).toEqual(['3: TS2345']);
  });

  it.each(['module', 'commonjs', undefined])('runs in a package of type %s', (type) => {
    const folder = join(project, `package-${type ?? 'untyped'}`);
    cpSync(join(project, 'ring'), join(folder, 'ring'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }));
    writeFileSync(join(folder, 'run.mjs'), `import { load } from './ring/ring.gan.js';\n${use}`);
    expect(run(join(folder, 'run.mjs'))).toEqual({ stdout: used, stderr: '' });
  });

  it('runs from the outDir of the compiler', () => {
    cpSync(join(project, 'ring'), join(project, 'src/copied'), { recursive: true });
    mkdirSync(join(project, 'src/deep'));
    const programs = [
      ['main', '../ring/ring.gan.js'],
      ['deep/named', '#ring'],
      ['inside', './copied/ring.gan.js'],
    ] as const;
    const files = programs.map(([name, place]) => {
      const file = join(project, 'src', `${name}.ts`);
      writeFileSync(file, `import { load } from '${place}';\n${use}export {};\n`);
      return file;
    });
    const [rootDir, outDir] = [join(project, 'src'), join(project, 'dist')];
    const program = ts.createProgram(files, { ...options, noEmit: false, rootDir, outDir });
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
    program.emit();
    expect(existsSync(join(outDir, 'copied'))).toBe(false);
    cpSync(join(rootDir, 'copied'), join(outDir, 'copied'), { recursive: true });
    for (const [name] of programs) {
      expect(run(join(outDir, `${name}.js`))).toEqual({ stdout: used, stderr: '' });
    }
  });
});

describe('openCompiled', () => {
  const description = describeGan(gan.spec.name, gan.program);

  it('gives the samples of the GAN that was compiled', async () => {
    const session = await gan.prepare({ seed: 3 });
    const expected = await session.sample(5);
    const compiled = await openCompiled(join(project, 'ring'), description);
    expect(await compiled.sample(5)).toEqual(expected);
    await Promise.all([session.dispose(), compiled.dispose()]);
  });

  it('refuses a folder that was not compiled', async () => {
    await expect(openCompiled(project, description)).rejects.toMatchObject({
      code: 'GAN531',
      message: `${project} is not a compiled folder: it has no artefacts.json`,
    });
    const damaged = join(project, 'damaged');
    cpSync(join(project, 'ring'), damaged, { recursive: true });
    writeFileSync(join(damaged, 'artefacts.json'), '{');
    await expect(openCompiled(damaged, description)).rejects.toMatchObject({
      code: 'GAN610',
      exitCode: 6,
      message: `${damaged}/artefacts.json:1:2: damaged: expected "}" at the end of the object, found the end of the text`,
    });
  });

  it('refuses the description of another GAN', async () => {
    const folder = join(project, 'ring');
    await expect(openCompiled(folder, { ...description, sample: [3] })).rejects.toMatchObject({
      code: 'GAN532',
      message: `the module describes another GAN than the one in ${folder}`,
    });
  });
});

describe('the text of a typed module', () => {
  const tiny = {
    name: "it's",
    latent: [1, 2],
    classes: null,
    sample: [3],
    state: { 'a\\b': [] },
    steps: {},
  };
  const head = { about: undefined, writtenBy: 'ganspec' };

  it('quotes names, whatever they hold', () => {
    const about = 'Ends */ a comment.\nTwo lines.';
    expect(moduleProgram(tiny, { about, writtenBy: 'ganspec' })).toContain(
      `/**
 * it's. Ends * / a comment. Two lines.
 *
 * Written by ganspec; \`ganspec compile\` writes it anew.
 */
`,
    );
    expect(moduleProgram(tiny, head)).toContain(
      `export const description = {
  name: 'it\\'s',
  latent: [1, 2],
  classes: null,
  sample: [3],
  state: {
    'a\\\\b': [],
  },
  steps: {},
};
`,
    );
    expect(moduleTypes(tiny, head)).toContain(
      `export declare const description: {
  readonly name: 'it\\'s';
  readonly latent: readonly [1, 2];
  readonly classes: null;
  readonly sample: readonly [3];
  readonly state: {
    readonly 'a\\\\b': readonly [];
  };
  readonly steps: {};
};
`,
    );
  });

  it('goes into a file that every system can have', () => {
    const names = ['ring', 'v1.0', 'con', 'NUL.x', 'console'].map(moduleFiles);
    expect(names.map(({ program }) => program)).toEqual([
      'ring.gan.js',
      'v1.0.gan.js',
      'gan-con.gan.js',
      'gan-NUL.x.gan.js',
      'console.gan.js',
    ]);
    expect(names[0]?.types).toBe('ring.gan.d.ts');
  });
});

describe('a compiled folder', () => {
  it('has every form of the spec', () => {
    const files = readdirSync(join(project, 'ring'), { recursive: true, encoding: 'utf8' });
    expect(files.sort()).toEqual([
      'artefacts.json',
      'discriminator',
      'discriminator/model.json',
      'discriminator/weights.bin',
      'generator',
      'generator/model.json',
      'generator/weights.bin',
      'package.json',
      'resolved.json',
      'ring.gan.d.ts',
      'ring.gan.js',
      'sample.onnx',
      'score.onnx',
      'spec.json',
      'state.safetensors',
      'step-discriminator.onnx',
      'step-generator.onnx',
      'step.txt',
    ]);
  });

  it('prints the graphs as explain does', async () => {
    const text = readFileSync(join(project, 'ring/step.txt'), 'utf8');
    expect(text).toBe(await gan.explain('passes'));
  });
});
