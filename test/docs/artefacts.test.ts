/** The commands and programs of docs/artefacts.md, run as written. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { writeHandmadeRun } from '../runs/handmadeRun.js';
import { blocksOf, documentPage, root, runNode } from './documentPage.js';

const page = documentPage('artefacts.md');
let project = '';

const blocks = (words: string) => blocksOf(page, words);
const run = (...words: readonly string[]) => runNode(project, ...words);

/** A project that has ganspec and a run. */
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'ganspec-docs-'));
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'ganspec'), { recursive: true });
  for (const name of ['@tensorflow', 'koffi', 'onnxruntime-node']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  for (const name of ['dist', 'package.json', 'presets', 'schema']) {
    symlinkSync(join(root, name), join(modules, 'ganspec', name));
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module' }));
  const spec: GanSpec = { extends: 'dcgan-mnist', data: { type: 'noise', shape: [28, 28, 1] } };
  const session = await createCompiler().compile(spec).prepare();
  const folder = join(project, 'runs/dcgan-mnist');
  mkdirSync(folder, { recursive: true });
  writeHandmadeRun(folder, spec, { seed: 0, baseDir: project }, await session.readState());
  await session.dispose();
});
afterAll(() => {
  rmSync(project, { recursive: true });
});

it('compiles the specs', () => {
  const lines = blocks('sh')[0]?.trim().split('\n') ?? [];
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const [, ...words] = line.split(' ');
    const outcome = run(join(root, 'dist/cli/main.js'), ...words);
    const out = join(project, words.at(-1) ?? '');
    expect(outcome).toEqual({ stdout: `${out}\n`, status: 0, error: '' });
  }
}, 60_000);

it.each([
  ['the generator in TensorFlow.js', '[ 3, 32, 32, 3 ]\n'],
  ['the generator in onnxruntime', '[ 1, 32, 32, 3 ]\n'],
  ['a step in onnxruntime', '[] true\n'],
  ['the typed module', '[ 16, 2 ] [ 256, 2 ]\n'],
  [
    'a typed module with classes',
    "[ 1, 32, 32, 3 ] Int32Array(1) [ 1 ] [ 'circle', 'square', 'triangle' ]\n",
  ],
])('runs %s', (what, output) => {
  const order = [
    'TensorFlow.js',
    'generator in onnxruntime',
    'step in onnxruntime',
    'module',
    'classes',
  ];
  const at = order.findIndex((end) => what.endsWith(end));
  writeFileSync(join(project, 'ring.js'), blocks('js node')[at] ?? '');
  expect(run('ring.js')).toEqual({ stdout: output, status: 0, error: '' });
});

/** The Python example, which needs packages that a machine for Node rarely has, holds in Node what it does in Python. */
it('names a model, an input and an output in Python that onnxruntime knows', () => {
  const [python = ''] = blocks('python');
  const [, model] = /InferenceSession\("(.*)"\)/.exec(python) ?? [];
  const [, shape = ''] = /randn\((.*)\)\.astype\(np\.float32\)/.exec(python) ?? [];
  const [, output, input] = /run\(\["(.*)"\], \{"(.*)": latent\}\)/.exec(python) ?? [];
  const size = shape.split(',').reduce((product, text) => product * Number(text), 1);
  writeFileSync(
    join(project, 'python.js'),
    `import { InferenceSession, Tensor } from 'onnxruntime-node';
process.env.ORT_DISABLE_TELEMETRY = '1';
const session = await InferenceSession.create('${model ?? ''}');
const latent = new Tensor('float32', new Float32Array(${size}), [${shape}]);
const results = await session.run({ ${input ?? ''}: latent }, ['${output ?? ''}']);
console.log(results.${output ?? ''}.dims);
`,
  );
  expect(run('python.js')).toEqual({ stdout: '[ 1, 2 ]\n', status: 0, error: '' });
});

it('runs the generator in a browser', () => {
  const page = `import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { randomNormal } from '@tensorflow/tfjs-core';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const server = createServer(({ url }, response) => response.end(readFileSync('.' + url)));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = 'http://127.0.0.1:' + server.address().port;
const tf = { randomNormal, loadGraphModel: (path) => loadGraphModel(origin + path) };
${blocks('js browser')[0] ?? ''}
console.log(samples.shape);
server.close();
`;
  writeFileSync(join(project, 'page.js'), page);
  expect(run('page.js')).toEqual({ stdout: '[ 1, 2 ]\n', status: 0, error: '' });
});

it('compiles and runs the typed module under outDir', () => {
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src/main.ts'), blocks('ts module')[0] ?? '');
  writeFileSync(join(project, 'tsconfig.json'), blocks('json tsconfig')[0] ?? '');
  expect(run(join(root, 'node_modules/typescript/bin/tsc'))).toEqual({
    stdout: '',
    status: 0,
    error: '',
  });
  expect(run('dist/main.js')).toEqual({
    stdout: '16 2 [ 2, 128 ] true\n',
    status: 0,
    error: '',
  });
});
