/** The packed package as its users get it; needs `npm run build`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Project } from '../examples/support/project.js';

const root = join(import.meta.dirname, '../..');
const project = new Project();
afterAll(() => {
  project.remove();
});

it('links of the pages in the package lead to files in it', () => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(output) as { files: { path: string }[] }[];
  const files = (packed?.files ?? []).map(({ path }) => path);
  const pages = files.filter((path) => path.endsWith('.md'));
  expect(pages).toContain('docs/reference/layers.md');
  const dead = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#:]+)[^)]*\)/g)]
      .map(([, target = '']) => join(dirname(page), target))
      .filter((target) => !files.some((file) => file === target || file.startsWith(`${target}/`)))
      .map((target) => `${page} → ${target}`),
  );
  expect(dead).toEqual([]);
});

it('a program is bundled as docs/api.md says, and trains', () => {
  const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
  const [, command = ''] = /^```sh bundle\n(.*)\n```$/m.exec(page) ?? [];
  // They lie beside ganspec where npm installs it.
  for (const name of ['onnxruntime-node', 'koffi', '@tensorflow', 'ajv']) {
    symlinkSync(join(root, 'node_modules', name), join(project.folder, 'node_modules', name));
  }
  const esbuild = join(root, 'node_modules/.bin/esbuild');
  symlinkSync(esbuild, join(project.folder, 'node_modules/.bin/esbuild'));
  writeFileSync(
    join(project.folder, 'program.mjs'),
    `import { createCompiler } from 'ganspec';
const gan = createCompiler().compile({ extends: 'ring', training: { batchSize: 8 } });
const trained = await gan.train({ steps: 3 }).result();
console.log((await trained.sample(2)).shape);
await trained.dispose();
`,
  );
  expect(project.shell(command.replace(/^npx /, '')).status).toBe(0);
  expect(project.node(['bundle.mjs'])).toEqual({ status: 0, stdout: '[ 2, 2 ]\n', stderr: '' });
});
