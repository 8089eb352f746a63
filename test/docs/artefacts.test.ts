/** The programs of docs/artefacts.md, run as written. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/artefacts.md'), 'utf8');
const programs = [...page.matchAll(/^```(?:js node|ts module)\n(.*?)^```$/gms)].map(
  ([, text = '']) => text,
);
let project = '';

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'ganspec-docs-'));
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'ganspec'), { recursive: true });
  for (const name of ['@tensorflow', 'onnxruntime-node']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  symlinkSync(join(root, 'src'), join(modules, 'ganspec/src'));
  const manifest = { name: 'ganspec', type: 'module', exports: './src/index.ts' };
  writeFileSync(join(modules, 'ganspec/package.json'), JSON.stringify(manifest));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module' }));
  const compiler = createCompiler();
  const ring = compiler.compile(compiler.read('ring', { set: ['training.batchSize=1'] }));
  await ring.compileTo(join(project, 'ring'));
});
afterAll(() => {
  rmSync(project, { recursive: true });
});

it.each([
  ['the generator in TensorFlow.js', '[ 1, 2 ]\n'],
  ['a step in onnxruntime', '[] true\n'],
  ['the typed module', '16 2 [ 16, 128 ] true\n'],
])('runs %s', (what, output) => {
  const at = ['TensorFlow.js', 'onnxruntime', 'module'].findIndex((end) => what.endsWith(end));
  writeFileSync(join(project, 'program.ts'), programs[at] ?? '');
  const words = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'program.ts'];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, {
    cwd: project,
    encoding: 'utf8',
  });
  // tfjs advertises its Node binding on standard error.
  expect({ stdout, status, error: /error/i.test(stderr) ? stderr : '' }).toEqual({
    stdout: output,
    status: 0,
    error: '',
  });
});
