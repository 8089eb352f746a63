/** The commands of docs/directions.md, run as written. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompiler, type Directions, type GanSpec } from '../../src/index.js';
import { runInProcess } from '../cli/runInProcess.js';
import { smallImages } from '../export/targets/smallImages.js';
import { writeHandmadeRun } from '../runs/handmadeRun.js';
import { blocksOf, documentPage } from './documentPage.js';

const page = documentPage('directions.md');
const [block = ''] = blocksOf(page, 'sh');
const project = mkdtempSync(join(tmpdir(), 'ganspec-docs-'));
const folder = 'runs/infogan/20260131-235959';

beforeAll(async () => {
  const spec: GanSpec = {
    ...smallImages,
    name: 'infogan',
    latent: { dim: 9 },
    labels: { codes: { categorical: [3], continuous: 1 } },
    generator: {
      layers: [
        { type: 'dense', units: 64, activation: 'tanh' },
        { type: 'reshape', shape: [8, 8, 1] },
      ],
    },
    discriminator: {
      layers: ['flatten', { type: 'dense', units: 4 }, { type: 'dense', units: 1 }],
    },
  };
  const session = await createCompiler().compile(spec).prepare();
  const run = join(project, folder);
  mkdirSync(run, { recursive: true });
  writeHandmadeRun(run, spec, { seed: 0, baseDir: project }, await session.readState());
  await session.dispose();
}, 60_000);
afterAll(() => {
  rmSync(project, { recursive: true });
});

it('draws as it says', async () => {
  const lines = block.trim().split('\n');
  const outcomes = [];
  for (const line of lines) {
    const [, ...words] = line.replace(/ +#.*/, '').split(' ');
    // A run is named by its spec in the folder that `runs` is in, and by its path from elsewhere.
    const named = words.map((word) => (word === 'infogan' ? join(project, folder) : word));
    outcomes.push(await runInProcess(named, project));
  }
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(outcomes[0]).toMatchObject({
    stdout: `FOLDER/${folder}/directions.png\n`,
    stderr: `note: categorical_0 has the values 0, 1, 2
note: continuous_0 has the values -1, -0.67, -0.33, 0, 0.33, 0.67, 1
note: steps along directions of input are -3, -2, -1, 0, 1, 2, 3
`,
  });
  expect(existsSync(join(project, folder, 'directions.png'))).toBe(true);
  // What the command prints is the result of the API.
  const { directions } = JSON.parse(outcomes[2]?.stdout ?? '') as Directions;
  expect(directions).toHaveLength(5);
  expect(directions[0]?.vector).toHaveLength(9);
});
