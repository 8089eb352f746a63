import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { passes } from '../../src/passes/passes.js';
import { runInProcess } from './runInProcess.js';

const names = passes.map(({ name }) => name);

const explain = (...options: string[]) => runInProcess(['explain', 'ring', ...options], tmpdir());

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

it('lists all passes and the costs of each graph after them before the graphs', async () => {
  const graphs = readFileSync(new URL('../golden/ring.passes.txt', import.meta.url), 'utf8');
  const { code, stdout, stderr } = await explain('--stage', 'passes');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.endsWith(`\n\n${graphs}`)).toBe(true);
  await expect(stdout.slice(0, -graphs.length)).toMatchFileSnapshot('explainPasses.txt');
});

const costs = `graphs after all passes (one run each, batch size 256)
graph          nodes       FLOPs  bytes moved  peak memory  largest tensor
-------------  -----  ----------  -----------  -----------  -----------------------
discriminator    162  78,232,083     14.2 MiB      2.0 MiB  /discriminator/layers/1
generator        130  43,841,182     10.0 MiB      1.7 MiB  /generator/layers/0
sample             8   8,782,336      1.6 MiB    392.0 KiB  /generator/layers/0
score              8   8,716,544      1.6 MiB    391.0 KiB  /discriminator/layers/0
training plans 3.3 MiB: the state, and the highest peak of a graph beside it

in use at the peak of discriminator, at node 49 of 162
part                         tensors     memory
---------------------------  -------  ---------
the state, read and written           533.0 KiB
/discriminator/layers/1            5  640.0 KiB
/discriminator/layers/3            4  512.0 KiB
/discriminator/layers/0            3  257.0 KiB
/discriminator/layers/2            1  128.0 KiB
inputs and shared values           9    4.0 KiB
/generator/layers/4                1    2.0 KiB
/discriminator/layers/4            1    1.0 KiB
/loss                              1    1.0 KiB
others                             1        4 B
`;

it('shows the costs and the memory of each graph', async () => {
  expect(await explain('--stage', 'costs')).toEqual({ code: 0, stderr: '', stdout: costs });
  expect((await explain()).stdout.endsWith(`\n\n${costs}`)).toBe(true);
});

it('shows costs and memory as one JSON document', async () => {
  const { stdout } = await explain('--stage', 'costs', '--json');
  const { costs } = JSON.parse((await explain('--json')).stdout) as { readonly costs: unknown };
  expect(JSON.parse(stdout)).toEqual({ stage: 'costs', content: costs });
  const sample = (costs as readonly { readonly graph: string }[]).find(
    ({ graph }) => graph === 'sample',
  );
  expect(sample).toMatchObject({
    nodes: 8,
    flops: 8_782_336,
    bytesMoved: 1_649_672,
    peakBytes: 401_424,
    peakOrigin: '/generator/layers/0',
  });
});

const difference = `nodes
  - %135  f32[256,1]    Multiply %22 -0.00390625  # /loss
  - %25   f32[256,128]  BatchMatMul %135 discriminator/dense_2/kernel transposeA=false transposeB=true  # /discriminator/layers/4
  + %136  f32[128,1]    Multiply discriminator/dense_2/kernel -0.00390625  # /discriminator/layers/4
  + %137  f32[256,128]  BatchMatMul %22 %136 transposeA=false transposeB=true  # /discriminator/layers/4
  - %27   f32[256,128]  Multiply %25 %26  # /discriminator/layers/3
  + %27   f32[256,128]  Multiply %137 %26  # /discriminator/layers/3`;

it.each([[['--pass', 'moveScales']], [['--stage', 'passes', '--pass', 'moveScales']]])(
  'prints what a pass changes for %j',
  async (options) => {
    const stdout = `graph generator, round 1: 130 → 130 nodes\n${difference}\n`;
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
        before: { nodes: 130, flops: 43_841_310, bytesMoved: 10_451_396 },
        after: { nodes: 130, flops: 43_841_182, bytesMoved: 10_450_372 },
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

it('leaves out passes that it is told to', async () => {
  const left = await explain('--stage', 'passes', '--passes', '-moveScales,-expandSums');
  const [legend = ''] = left.stdout.split('\n\n');
  expect(Array.from(legend.matchAll(/^ {2}(\w+)/gm), ([, name]) => name)).toEqual(
    names.filter((name) => name !== 'moveScales' && name !== 'expandSums'),
  );
  const none = await explain('--stage', 'passes', '--passes', 'none');
  expect(none.stdout.startsWith('no pass runs\n\ngraph discriminator\n')).toBe(true);
});

it('refuses a pass that does not exist', async () => {
  const { code, stdout, stderr } = await explain('--passes', '-moveScale');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe(`error GAN540: there is no pass "moveScale"
  hint: did you mean "moveScales"? The passes are ${names.join(', ')}; all and none stand for all and none of them.
`);
});

it.each([
  [['--passes', 'none', '--pass', 'moveScales'], 'there is no pass "moveScales"; no pass runs'],
  [['--pass', 'moveScale'], `there is no pass "moveScale"; the passes are ${names.join(', ')}`],
  [['--stage', 'graph', '--pass', 'moveScales'], '--pass goes with --stage passes'],
])('refuses %j', async (options, message) => {
  expect(await explain(...options)).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` });
});

it('draws an iteration and the networks into a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-explain-'));
  const file = join(folder, 'ring.svg');
  const { code, stdout } = await explain('--svg', file);
  expect(code).toBe(0);
  expect(stdout).toContain('generator: 2 → 2 (');
  const picture = readFileSync(file, 'utf8');
  expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(picture).toContain('>leakyReLU_1</text>');
  rmSync(folder, { recursive: true });
});
