/** Commands with faulty plugins, run from the sources; the plugins import the built ganspec: needs `npm run build`. */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Project } from '../examples/support/project.js';
import { runInProcess, type Outcome } from './runInProcess.js';

const project = new Project();
const { folder } = project;
afterAll(() => {
  project.remove();
});

/** Runs a command; in its output the plugin file is called `odd.mjs`. */
async function run(...words: readonly string[]): Promise<Outcome> {
  const { code, stdout, stderr } = await runInProcess(words, folder);
  const named = (text: string): string => text.replaceAll(/odd\d+\.mjs/g, 'odd.mjs');
  return { code, stdout: named(stdout), stderr: named(stderr) };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

interface Sketch {
  readonly kind: string;
  readonly type?: string;
  /** Further properties of the schema, as JavaScript. */
  readonly options?: string;
  /** The hooks, as JavaScript. */
  readonly hooks: string;
}

/** Source text of one entry. */
function definition({ kind, type = 'acme/odd', options = '', hooks }: Sketch): string {
  return `ganspec.define${kind}({
  type: '${type}',
  schema: {
    $id: 'odd.schema.json', title: 'Odd${kind}', description: 'Made for a test.', type: 'object',
    required: ['type'], additionalProperties: false,
    properties: { type: { const: '${type}' }, ${options} }, examples: [{ type: '${type}' }],
  },
  ${hooks}
})`;
}

let written = 0;

/** Writes a module with these entries; each gets its own file name, since Node loads a module once. */
function plugin(...sketches: readonly Sketch[]): string {
  const exported = sketches.map((sketch, i) => `export const odd${i} = ${definition(sketch)};`);
  const head = "import * as ganspec from 'ganspec';\nconst { tf } = ganspec;\nlet calls = 0;\n";
  written += 1;
  return write(`odd${written}.mjs`, `${head}${exported.join('\n')}\n`);
}

const gap = 'tf.sub(tf.mean(fake), tf.mean(real))';
const loss = (discriminatorLoss: string, more = ''): Sketch => ({
  kind: 'Loss',
  hooks: `scores: 'logits', ${more} discriminatorLoss: ({ real, fake }, config, context) => ${discriminatorLoss},
    generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),`,
});
const penalty = 'perSample: true, value: ({ real }) => tf.mean(real)';
const layer = 'outputShape: (shape) => shape, apply: (x) => x';
const option = "{ type: 'number', default: 1, description: 'A number.' }";

describe('a plugin that cannot join the language', () => {
  it.each<[string, Sketch, string]>([
    [
      'a type without a slash',
      { ...loss(gap), type: 'odd' },
      'loss "odd": the type of a plugin has the form "author/name"',
    ],
    [
      'a type that is taken',
      { kind: 'Loss', type: 'hinge', hooks: loss(gap).hooks },
      'loss "hinge": the type of a plugin has the form "author/name"\n  FOLDER/odd.mjs: loss "hinge": there is already a loss of this type',
    ],
    [
      'a fragment that is not valid draft-07',
      { ...loss(gap), options: "odd: { type: 'numbr', default: 1, description: 'A number.' }" },
      'loss "acme/odd": the schemas do not compile: ',
    ],
    ...['name', 'input'].map((key): [string, Sketch, string] => [
      `the key ${key} of every layer`,
      { kind: 'Layer', hooks: layer, options: `${key}: ${option}` },
      `layer "acme/odd": "${key}" is a key that every layer has already`,
    ]),
    ...['name', 'every'].map((key): [string, Sketch, string] => [
      `the key ${key} of every penalty`,
      { kind: 'Penalty', hooks: penalty, options: `${key}: ${option}` },
      `penalty "acme/odd": "${key}" is a key that every penalty has already`,
    ]),
    [
      'an option called type',
      { ...loss(gap), options: `type: ${option}` },
      'loss "acme/odd": "properties.type" must be { "const": "acme/odd" }',
    ],
  ])('is named with file, entry and reason: %s', async (_what, sketch, reason) => {
    const { code, stdout, stderr } = await run('validate', 'ring', '--plugin', plugin(sketch));
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(
      `error GAN802: this plugin cannot be used:\n  FOLDER/odd.mjs: ${reason}`,
    );
  });

  it('is reported with all its problems, beside other plugins that cannot be loaded', async () => {
    const file = plugin(
      { ...loss(gap), type: 'odd' },
      { kind: 'Layer', type: 'flat', hooks: layer },
    );
    const missing = join(folder, 'missing.mjs');
    const empty = write('empty.mjs', 'export const answer = 42;');
    const names = [file, missing, empty, 'ganspec-none'];
    const flags = names.flatMap((name) => ['--plugin', name]);
    const { code, stderr } = await run('validate', 'ring', ...flags);
    expect(code).toBe(3);
    expect(stderr.split('\n')).toEqual([
      'error GAN800: cannot load plugin "FOLDER/missing.mjs": there is no file FOLDER/missing.mjs',
      '  plugin "FOLDER/empty.mjs" exports no entry',
      expect.stringMatching(
        /^ {2}cannot load plugin "ganspec-none": there is no file .* no package/,
      ),
      '  FOLDER/odd.mjs: loss "odd": the type of a plugin has the form "author/name"',
      '  FOLDER/odd.mjs: layer "flat": the type of a plugin has the form "author/name"',
      '  hint: name an ES module by its path, or a package that is installed here',
      '',
    ]);
  });
});

const inLayers =
  'generator.layers=[{"type":"dense","units":4},"acme/odd",{"type":"dense","units":2}]';
const inNoise = 'training.instanceNoise={"type":"acme/odd"}';
const inOptimizer = 'optimizers.generator="acme/odd"';

describe('a hook with a wrong result', () => {
  it.each<[string, Sketch, string, string]>([
    [
      'a loss that throws',
      loss('real.no.such'),
      'loss="acme/odd"',
      `discriminatorLoss of loss "acme/odd" throws: Cannot read properties of undefined (reading 'such') (at FOLDER/odd.mjs:11)`,
    ],
    [
      'a loss that changes the backend',
      loss(`(tf.setBackend('cpu'), ${gap})`),
      'loss="acme/odd"',
      'discriminatorLoss of loss "acme/odd" throws: tf.setBackend cannot be called in a plugin: TensorFlow.js is shared with ganspec (at FOLDER/odd.mjs:11)',
    ],
    [
      'a loss with an axis',
      loss('real'),
      'loss="acme/odd"',
      'discriminatorLoss of loss "acme/odd" gives a tensor of shape [256, 1], not a scalar; take a mean over the batch',
    ],
    [
      'a loss whose state starts as NaN',
      loss(gap, 'state: () => ({ mean: NaN }),'),
      'loss="acme/odd"',
      'state of loss "acme/odd" gives an object, not finite numbers by name: "mean" is NaN',
    ],
    [
      'a projection that changes the shape',
      { kind: 'Penalty', hooks: 'perSample: true, project: (x) => tf.sum(x)' },
      'penalties=["acme/odd"]',
      'project of penalty "acme/odd" gives a tensor of shape [], not a tensor of shape [2, 128]',
    ],
    [
      'a layer whose output differs from its outputShape',
      { kind: 'Layer', hooks: 'outputShape: () => [3], apply: (x) => x' },
      inLayers,
      'apply of layer "acme/odd" gives a tensor of shape [256, 4], not one of shape [256, 3], as outputShape promises',
    ],
    [
      'a layer whose outputShape returns no shape',
      { kind: 'Layer', hooks: "outputShape: () => ['wide'], apply: (x) => x" },
      inLayers,
      'outputShape of layer "acme/odd" gives ["wide"], not a shape of whole numbers',
    ],
    [
      'an activation that mixes samples',
      { kind: 'Activation', hooks: 'apply: (x) => tf.sum(x), range: () => [0, 1]' },
      'generator.layers=[{"type":"dense","units":2,"activation":"acme/odd"}]',
      'apply of activation "acme/odd" gives a tensor of shape [], not a tensor of shape [256, 2]',
    ],
    [
      'an initializer with an unknown distribution',
      { kind: 'Initializer', hooks: "distribution: () => ({ kind: 'gaussian' })" },
      'generator.layers=[{"type":"dense","units":2,"kernelInitializer":"acme/odd"}]',
      "distribution of initializer \"acme/odd\" gives an object, not a distribution with finite numbers: { kind: 'constant', value: 0 }, { kind: 'uniform', low: -1, high: 1 }, { kind: 'normal', mean: 0, stddev: 1 }, { kind: 'truncatedNormal', mean: 0, stddev: 1 }, { kind: 'bernoulli', probability: 0.5 }, { kind: 'oneHot' }, { kind: 'orthogonal', gain: 1 }, { kind: 'identity', gain: 1 }",
    ],
    [
      'an optimizer that changes the shape',
      {
        kind: 'Optimizer',
        hooks: `slots: () => [], scalars: () => ({}), update: (x) => ({ parameter: tf.sum(x), slots: {} })`,
      },
      inOptimizer,
      'update of optimizer "acme/odd" gives an object, not an object with parameter: tensors of shape [2, 128]',
    ],
    [
      'a schedule that returns no function',
      { kind: 'Schedule', hooks: 'make: () => 3' },
      inNoise,
      'make of schedule "acme/odd" gives 3, not a function',
    ],
    [
      'a schedule that returns NaN',
      { kind: 'Schedule', hooks: 'make: () => () => NaN' },
      inNoise,
      'make of schedule "acme/odd" gives NaN, not a number',
    ],
    [
      'a data set without a description',
      { kind: 'Dataset', hooks: 'describe: () => ({}), open: () => ({})' },
      'data="acme/odd"',
      'describe of dataset "acme/odd" gives an object, not an object with shape, range, count and classes',
    ],
  ])('is named with file, entry and hook: %s', async (_what, sketch, use, reason) => {
    const words = ['--plugin', plugin(sketch), '--set', use];
    expect(await run('explain', 'ring', ...words, '--stage', 'passes')).toMatchObject({
      code: 3,
      stdout: '',
      stderr: `error GAN803: FOLDER/odd.mjs: ${reason}
  hint: Run \`ganspec plugin check FOLDER/odd.mjs\`: it tries every function of every entry.
`,
    });
  });

  it('is reported with file, entry and place if it draws random numbers itself', async () => {
    const words = [
      '--plugin',
      plugin(loss(`tf.mul(Math.random(), ${gap})`)),
      '--set',
      'loss=acme/odd',
    ];
    const { code, stderr } = await run('explain', 'ring', ...words, '--stage', 'passes');
    expect([code, stderr.split('\n')[0]]).toEqual([
      3,
      'error GAN503: the discriminator graph came out differently when it was recorded a second time, first at /loss (FOLDER/odd.mjs: loss "acme/odd")',
    ]);
  });
});

describe('ganspec plugin check', () => {
  it.each<[string, Sketch, string]>([
    [
      'a wrong shape',
      loss('real'),
      'loss "acme/odd", discriminatorLoss: this does not hold: it is a finite scalar with finite gradients at scores of ±100, or errors of 0 and 100, in float32\n  with {"type":"acme/odd"} it throws: it gives a tensor of shape [2, 1], not a scalar',
    ],
    [
      'NaN',
      loss(`tf.log(${gap})`),
      'loss "acme/odd", discriminatorLoss: this does not hold: it is a finite scalar with finite gradients at scores of ±100, or errors of 0 and 100, in float32\n  with {"type":"acme/odd"}: at real scores -100 and fake scores -100 discriminatorLoss is -Infinity',
    ],
    [
      'hidden randomness',
      loss(`tf.mul(Math.random(), ${gap})`),
      'loss "acme/odd", discriminatorLoss: this does not hold: it is a finite scalar with finite gradients at scores of ±100, or errors of 0 and 100, in float32\n  with {"type":"acme/odd"} it throws: it computes something else when it is recorded again',
    ],
    [
      'state that does not survive',
      {
        kind: 'Optimizer',
        hooks: `slots: () => [], scalars: () => ({ rate: 0.1 / (calls += 1) }),
          update: (x, g, slots, { rate }) => ({ parameter: tf.sub(x, tf.mul(g, rate)), slots: {} })`,
      },
      'optimizer "acme/odd", in a GAN: this does not hold: it goes on after its state was saved and read as it would have without\n',
    ],
  ])('finds %s, names file, entry and hook, and returns 3', async (_what, sketch, reason) => {
    const { code, stdout } = await run('plugin', 'check', plugin(sketch));
    expect(stdout).toContain(`FOLDER/odd.mjs: ${reason}`);
    expect(code).toBe(3);
  });
});

it('a promise of a plugin that fails while nobody awaits it ends the run in one line, with its state', () => {
  const out = join(folder, 'late');
  const file = plugin(loss(gap));
  const isUnderWay = `existsSync(${JSON.stringify(join(out, 'checkpoints/step-000040'))})`;
  appendFileSync(
    file,
    `import { existsSync } from 'node:fs';
setInterval(() => ${isUnderWay} && Promise.reject(new Error('late')), 10);
`,
  );
  const command = `npx ganspec train ring --plugin ${file} --set 'loss="acme/odd"' --steps 1000000 --set training.batchSize=4 --set monitor.checkpoint.every=20 --out ${out}`;
  const { status, stderr } = project.shell(command);
  const lines = stderr.trimEnd().split('\n');
  expect(lines.at(-2)).toMatch(
    /^error GAN519: an error outside of every hook, as of a timer or a promise that nobody awaits: late \(file:.*odd\d+\.mjs:\d+:\d+\)$/,
  );
  expect(lines.at(-1)).toBe('  hint: If the place is in a plugin, catch the error there.');
  expect(status).toBe(3);
  expect(JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))).toMatchObject({
    status: 'failed',
  });
  expect(readdirSync(join(out, 'checkpoints')).length).toBeGreaterThan(0);
});
