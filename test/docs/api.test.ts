/** The programs of docs/api.md, run as written, and its completeness; needs `npm run build`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project as SourceProject } from 'ts-morph';
import { afterAll, expect, it } from 'vitest';
import { apiSections } from '../../codegen/apiSections.js';
import { ApiSources } from '../../codegen/apiSources.js';
import { Project } from '../examples/support/project.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
const programs = [...page.matchAll(/^```js node\n(.*?)^```$/gms)].map(([, text = '']) => text);

const project = new Project();
afterAll(() => {
  project.remove();
});

it.each([
  [
    'trains with a folder',
    `unknown loss type "hing" did you mean "hinge"?
1 r1 realScore fakeScore discriminatorLoss generatorLoss
10 r1 realScore fakeScore discriminatorLoss generatorLoss
20 r1 realScore fakeScore discriminatorLoss generatorLoss
`,
  ],
  [
    'continues, samples and warm-starts',
    `from 20 to 40
[ 100, 2 ] first.png
completed 10
`,
  ],
  ['trains without a folder', '[ 9, 2 ]\n[ 5, 2 ]\n'],
  ['runs single steps', 'r1 realScore fakeScore discriminatorLoss\n'],
])('the program that %s prints its results', (title, output) => {
  const at = ['trains with a', 'continues', 'trains without', 'runs'].findIndex((start) =>
    title.startsWith(start),
  );
  writeFileSync(join(project.folder, 'program.mjs'), programs[at] ?? '');
  expect(project.node(['program.mjs'])).toEqual({ status: 0, stdout: output, stderr: '' });
});

/** Explained in docs/plugins.md. */
const ofPlugins = /^(?:define\w+|LayerShapeError|tf)$/;

it('the reference has every function and class that the package exports', () => {
  const project = new SourceProject({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
  });
  const values = new ApiSources(project, root).values().filter((name) => !ofPlugins.test(name));
  expect(values.length).toBeGreaterThan(20);
  const listed = new Set(apiSections.flatMap(({ names }) => names));
  expect(values.filter((name) => !listed.has(name))).toEqual([]);
});
