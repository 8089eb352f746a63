/** The commands and programs of docs/exports.md, run as written. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { kerasLayers } from '../../src/export/targets/keras/layers.js';
import { exportTargets, type ExportTarget } from '../../src/export/targets/list.js';
import { createCompiler } from '../../src/index.js';
import { writeHandmadeRun } from '../runs/handmadeRun.js';
import { blocksOf, documentPage, root, runNode } from './documentPage.js';

const page = documentPage('exports.md');
let project = '';

const blocks = (words: string) => blocksOf(page, words);
const run = (...words: readonly string[]) => runNode(project, ...words);

/** A project without ganspec, which has a run and the runtimes. */
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'ganspec-docs-'));
  const modules = join(project, 'node_modules');
  mkdirSync(modules, { recursive: true });
  for (const name of ['@tensorflow', 'onnxruntime-node', 'onnxruntime-common']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module' }));
  const compiler = createCompiler();
  for (const name of ['sagan-small', 'ring']) {
    const session = await compiler.compile(compiler.read(name)).prepare();
    const folder = join(project, 'runs', name, '20260131-235959');
    mkdirSync(folder, { recursive: true });
    const start = { seed: 0, baseDir: project };
    writeHandmadeRun(folder, { extends: name }, start, await session.readState());
    await session.dispose();
  }
}, 60_000);
afterAll(() => {
  rmSync(project, { recursive: true });
});

it('exports as it says', () => {
  const lines = blocks('sh').flatMap((block) => block.trim().split('\n'));
  expect(lines.length).toBeGreaterThanOrEqual(exportTargets.length);
  for (const line of lines) {
    const [, ...words] = line.split(' ');
    const outcome = run(join(root, 'dist/cli/main.js'), ...words);
    expect(outcome).toEqual({
      stdout: `${join(project, words.at(-1) ?? '')}\n`,
      status: 0,
      error: '',
    });
  }
}, 120_000);

afterEach(() => {
  rmSync(join(project, 'node_modules/sagan-small'), { force: true });
});

it('lists every target with its options', () => {
  const targets: readonly ExportTarget[] = exportTargets;
  for (const { name, options } of targets) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``));
    const named = [...(row ?? '').matchAll(/--(\w+)/g)].map(([, option]) => option);
    expect(named, name).toEqual(options);
  }
});

it('lists the layers that Keras can express', () => {
  const [, list = ''] = /^Expressed are the layers ([^.]*), with all/m.exec(page) ?? [];
  expect(list.split(', ').map((name) => name.slice(1, -1))).toEqual(
    Object.keys(kerasLayers).sort(),
  );
});

it.each([
  ['the generator in onnxruntime', 0, '[ 1, 32, 32, 3 ]\n'],
  ['the package', 1, '[ 2, 32, 32, 3 ] 6144 Int32Array(2) [ 1, 1 ]\n'],
])('runs %s', (_what, at, output) => {
  symlinkSync(join(project, 'shapes'), join(project, 'node_modules/sagan-small'));
  writeFileSync(join(project, 'program.js'), blocks('js node')[at] ?? '');
  expect(run('program.js')).toEqual({ stdout: output, status: 0, error: '' });
});

it('runs the generator in a browser', () => {
  const program = `import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { oneHot, randomNormal } from '@tensorflow/tfjs-core';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const server = createServer(({ url }, response) => response.end(readFileSync('.' + url)));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = 'http://127.0.0.1:' + server.address().port;
const tf = { oneHot, randomNormal, loadGraphModel: (path) => loadGraphModel(origin + path) };
${blocks('js browser')[0] ?? ''}
console.log(samples.shape);
server.close();
`;
  writeFileSync(join(project, 'page.js'), program);
  expect(run('page.js')).toEqual({ stdout: '[ 1, 32, 32, 3 ]\n', status: 0, error: '' });
});
