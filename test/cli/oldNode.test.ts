/** The entry of the command line on versions of Node that are too old; needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const main = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'ganspec-node-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function runAs(version: string): { status: number | null; stdout: string; stderr: string } {
  const preload = join(folder, 'version.cjs');
  const versions = `{ ...process.versions, node: '${version}' }`;
  writeFileSync(preload, `Object.defineProperty(process, 'versions', { value: ${versions} });`);
  const words = ['-r', preload, main, '--version'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it.each(['12.22.12', '18.20.8', '20.18.3'])(
  'Node %s is told the version that is needed',
  (version) => {
    expect(runAs(version)).toEqual({
      status: 2,
      stdout: '',
      stderr: `ganspec needs Node 20.19 or later, this is ${version}\n`,
    });
  },
);

it.each(['20.19.0', '22.0.0'])('Node %s runs the command', (version) => {
  expect(runAs(version)).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' });
});

it('the version is that of package.json', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  expect((JSON.parse(manifest) as { engines: object }).engines).toEqual({ node: '>=20.19' });
});

it('the entry is written in a JavaScript that Node 12 reads, and loads nothing else', () => {
  const code = readFileSync(main, 'utf8');
  expect(code).not.toMatch(/^import /m);
  expect(transformSync(code, { target: 'node12.20' }).code).toBe(transformSync(code).code);
});
