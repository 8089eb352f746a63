import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runInProcess } from './runInProcess.js';

const explain = (...options: string[]) => runInProcess(['explain', 'ring', ...options], tmpdir());

const passes = `nodes of all graphs, before and after each pass
round 1
  deadNodes             321 → 317 nodes  nodes, constants and inputs that no output needs are left out
  dropIdentities        317 → 316 nodes  kernels that give back what they get are left out
  foldConstants         316 → 298 nodes  what follows from constants of one number is computed now
  composeLayout         298 → 298 nodes  reshapes, transposes and slices that follow each other become one, and a slice of joined tensors a slice of one of them
  sinkBroadcasts        298 → 298 nodes  tensors are repeated to a larger shape as late as possible, and not at all where a kernel does so itself
  simplifyArithmetic    298 → 295 nodes  sums with 0, products with 1, double signs and chains of constant factors are worked out
  gatherFactors         295 → 295 nodes  small factors of a large tensor are multiplied with each other first
  moveScales            295 → 295 nodes  constant factors move along products and linear kernels to where tensors are smallest
  factorOutOfSums       295 → 299 nodes  factors that are the same along the axes of a sum or mean multiply its result
  expandSums            299 → 299 nodes  a large sum whose parts have known sums is put together from those
  commonSubexpressions  299 → 292 nodes  what is computed twice from the same values is computed once
no later round changes anything

`;

it('shows the networks of a preset whose data are not there', async () => {
  const { code, stdout, stderr } = await runInProcess(['explain', 'table'], tmpdir());
  expect(code).toBe(0);
  expect(stdout).toContain('generator: 128 → 7 (');
  expect(stderr).toContain('error GAN401: "iris.csv" was not found');
});

it('shows the columns of a table, also where the networks do not fit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-explain-'));
  writeFileSync(join(folder, 't.csv'), '5.1,3.5,red\n4.9,3.0,blue\n6.2,2.8,red\n');
  const spec = {
    data: { type: 'csv', file: 't.csv', header: false },
    latent: { dim: 1 },
    generator: { layers: [{ type: 'dense', units: 3, activation: 'tanh' }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    training: { batchSize: 1 },
  };
  writeFileSync(join(folder, 's.json'), JSON.stringify(spec));
  const columns = `data: 3 samples of csv, each 4 in [-1, 1]
place  column   kind         width  values
-----  -------  -----------  -----  ----------
    0  column1  numeric          1  4.9 to 6.2
    1  column2  numeric          1  2.8 to 3.5
  2-3  column3  categorical      2  blue, red
`;
  const wrong = await runInProcess(['explain', join(folder, 's.json')], folder);
  expect(wrong.code).toBe(3);
  expect(wrong.stdout.startsWith(columns)).toBe(true);
  const words = ['--set', 'generator.layers.0.units=4', '--stage', 'data'];
  const right = await runInProcess(['explain', join(folder, 's.json'), ...words], folder);
  expect(right).toEqual({ code: 0, stdout: columns, stderr: '' });
  rmSync(folder, { recursive: true });
});

it('lists all passes by their sentences before the graphs', async () => {
  const graphs = readFileSync(new URL('../golden/ring.passes.txt', import.meta.url), 'utf8');
  expect(await explain('--stage', 'passes')).toEqual({
    code: 0,
    stderr: '',
    stdout: passes + graphs,
  });
});

const difference = `nodes
  - %117  f32[256,1]    Multiply %22 -0.00390625  # /loss
  - %25   f32[256,128]  BatchMatMul %117 discriminator/dense_2/kernel transposeA=false transposeB=true  # /discriminator/layers/4
  + %118  f32[128,1]    Multiply discriminator/dense_2/kernel -0.00390625  # /discriminator/layers/4
  + %119  f32[256,128]  BatchMatMul %22 %118 transposeA=false transposeB=true  # /discriminator/layers/4
  - %27   f32[256,128]  Multiply %25 %26  # /discriminator/layers/3
  + %27   f32[256,128]  Multiply %119 %26  # /discriminator/layers/3`;

it.each([[['--pass', 'moveScales']], [['--stage', 'passes', '--pass', 'moveScales']]])(
  'prints what a pass changes for %j',
  async (options) => {
    const stdout = `graph generator, round 1: 112 → 112 nodes\n${difference}\n`;
    expect(await explain(...options)).toEqual({ code: 0, stderr: '', stdout });
  },
);

it('prints what a pass changes as one JSON document', async () => {
  const { stdout } = await explain('--pass', 'moveScales', '--json');
  expect(JSON.parse(stdout)).toEqual({
    stage: 'passes',
    pass: 'moveScales',
    changes: [
      {
        pass: 'moveScales',
        sentence:
          'constant factors move along products and linear kernels to where tensors are smallest',
        graph: 'generator',
        round: 1,
        nodesBefore: 112,
        nodesAfter: 112,
        difference,
      },
    ],
  });
});

it('prints that a pass changes nothing', async () => {
  expect(await explain('--pass', 'composeLayout')).toEqual({
    code: 0,
    stderr: '',
    stdout: 'This pass changes no graph of the spec.\n',
  });
});

it.each([
  [
    ['--pass', 'moveScale'],
    'there is no pass "moveScale"; the passes are deadNodes, dropIdentities, foldConstants, composeLayout, sinkBroadcasts, simplifyArithmetic, gatherFactors, moveScales, factorOutOfSums, expandSums, commonSubexpressions',
  ],
  [['--stage', 'graph', '--pass', 'moveScales'], '--pass goes with --stage passes'],
])('refuses %j', async (options, message) => {
  expect(await explain(...options)).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` });
});
