/** The built `plugin check`, `losses eval` and `penalties eval` as child processes; needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-plugin-check-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/ganspec'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function ganspec(...words: readonly string[]) {
  const main = join(root, 'dist/cli/main.js');
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], options);
  return { status, stdout, stderr };
}

function write(file: string, text: string): string {
  writeFileSync(join(folder, file), text);
  return `./${file}`;
}

/** A module with one loss. */
function lossModule(discriminatorLoss: string, description = 'Made for a test.'): string {
  return `import { defineLoss, tf } from 'ganspec';
export const gap = defineLoss({
  type: 'acme/gap',
  schema: {
    $id: 'acme/gap.schema.json', title: 'AcmeGapLoss', description: '${description}', type: 'object',
    required: ['type'], additionalProperties: false,
    properties: { type: { const: 'acme/gap' } }, examples: [{ type: 'acme/gap' }],
  },
  scores: 'logits',
  discriminatorLoss: ${discriminatorLoss},
  generatorLoss: ({ real, fake }) => tf.mean(tf.softplus(tf.sub(real, fake))),
});
`;
}

const sound = lossModule('({ real, fake }) => tf.mean(tf.softplus(tf.sub(fake, real)))');

describe('ganspec plugin check', () => {
  it('counts entries and checks of a plugin that passes', () => {
    const { status, stdout, stderr } = ganspec('plugin', 'check', write('gap.mjs', sound));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\.\/gap\.mjs: 1 entry, \d+ checks, 0 failed\n$/);
  });

  it('prints file, entry, hook and fix of a failed check, and returns 3', () => {
    const file = write(
      'flipped.mjs',
      lossModule('({ real, fake }) => tf.mean(tf.sub(real, fake))'),
    );
    const { status, stdout } = ganspec('plugin', 'check', file);
    expect(status).toBe(3);
    expect(stdout).toContain(
      `./flipped.mjs: loss "acme/gap", discriminatorLoss: this does not hold: it falls when real scores rise from 0.1, 0.2 to 0.2, 0.3\n`,
    );
    expect(stdout).toContain('  hint: Higher scores mean more real, ');
    expect(stdout).toMatch(/\.\/flipped\.mjs: 1 entry, \d+ checks, 2 failed\n$/);
  });

  it('prints findings as JSON, also of an invalid schema', () => {
    const file = write('silent.mjs', lossModule('() => 1', ''));
    const { status, stdout } = ganspec('plugin', 'check', file, '--json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toEqual({
      file,
      valid: false,
      summary: { entries: 1, checks: 1, failed: 1 },
      findings: [
        {
          entry: 'loss "acme/gap"',
          hook: 'schema',
          claim: 'can join the language',
          ok: false,
          detail: '"description" is missing',
          fix: 'Mend the schema; the fragments of the built-ins are models.',
        },
      ],
    });
  });

  it('names the line of a syntax error', () => {
    const file = write('broken.mjs', 'export const one = 1;\nexport const = 3;\n');
    const { status, stdout } = ganspec('plugin', 'check', file);
    expect(status).toBe(3);
    expect(stdout).toContain(
      `cannot load plugin "./broken.mjs": it does not parse: Unexpected token '=' (at broken.mjs:2:14)`,
    );
  });
});

describe('a plugin that throws while a spec is compiled', () => {
  it('is reported with its file, with exit code 3', () => {
    const file = write('throws.mjs', lossModule('({ real }) => real.no.such'));
    const words = ['--plugin', file, '--set', 'loss=acme/gap'];
    const { stderr, ...others } = ganspec('explain', 'ring', ...words);
    expect({ ...others, stderr: stderr.replace(/:\d+\)\n/, ':LINE)\n') }).toEqual({
      status: 3,
      stdout: '',
      stderr: `error GAN803: ./throws.mjs: discriminatorLoss of loss "acme/gap" throws: Cannot read properties of undefined (reading 'such') (at throws.mjs:LINE)
  hint: Run \`ganspec plugin check ./throws.mjs\`: it tries every function of every entry.
`,
    });
  });
});

const scores = ['--real', '1.5,-0.2', '--fake', '0.3,-1'];

describe('ganspec losses eval', () => {
  it('prints both losses and every derivative', () => {
    // relu(2 − 1.5) + relu(2 + 0.2) over 2 is 1.35; relu(2 + 0.3) + relu(2 − 1) over 2 is 1.65.
    expect(ganspec('losses', 'eval', 'hinge', ...scores, '--set', 'margin=2')).toEqual({
      status: 0,
      stdout: `discriminatorLoss 3
generatorLoss 0.35
sample  score  d discriminatorLoss  d generatorLoss
real    1.5    -0.5                 0
real    -0.2   -0.5                 0
fake    0.3    0.5                  -0.5
fake    -1     0.5                  -0.5
`,
      stderr: '',
    });
  });

  it('prints JSON, also for a loss from a plugin', () => {
    const file = write('gap.mjs', sound);
    const words = ['acme/gap', '--plugin', file, '--real', '0', '--fake', '0', '--json'];
    const { status, stdout } = ganspec('losses', 'eval', ...words);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      discriminatorLoss: Math.LN2,
      generatorLoss: Math.LN2,
      gradients: {
        discriminatorByReal: [-0.5],
        discriminatorByFake: [0.5],
        generatorByReal: [0.5],
        generatorByFake: [-0.5],
      },
    });
  });

  it('prints the diagnostics of an option, and returns 3', () => {
    const { status, stderr } = ganspec('losses', 'eval', 'hinge', ...scores, '--set', 'margn=2');
    expect(status).toBe(3);
    expect(stderr).toBe(`--set:1:6 error GAN120: unknown key "margn" in hinge
    1 | loss.margn=2
      |      ^^^^^
   hint: did you mean "margin"?
`);
  });

  it('returns 2 for scores that are not numbers', () => {
    const { status, stderr } = ganspec('losses', 'eval', 'hinge', '--real', 'x', '--fake', '1');
    expect(status).toBe(2);
    expect(stderr).toContain('It must be numbers with commas between them, such as 1.5,-0.2.');
  });
});

describe('ganspec penalties', () => {
  it('lists penalties as text and as JSON', () => {
    const listed = JSON.parse(ganspec('penalties', '--json').stdout) as { type: string }[];
    expect(listed.map(({ type }) => type)).toContain('r1');
    expect(ganspec('penalties').stdout).toContain(
      'gradientPenalty  weight=10  target=1  mixing="uniform"  oneSided=false\n',
    );
  });

  it('evaluates one on a discriminator given by its weights', () => {
    // ½ · ‖(3, 4)‖²; its gradient is the weights themselves.
    expect(ganspec('penalties', 'eval', 'r1', '--weights', '3,4', '--json')).toMatchObject({
      status: 0,
      stdout: `${JSON.stringify({ value: 12.5, gradientByWeights: [3, 4], projectedWeights: null }, null, 2)}\n`,
    });
    expect(ganspec('penalties', 'eval', 'weightClip', '--set', 'limit=0.5').stdout).toBe(
      'projectedWeights 0.5,0.5\n',
    );
  });

  it('returns 2 for a sample of another size than the weights, or an unknown activation', () => {
    const size = ganspec('penalties', 'eval', 'r1', '--weights', '3,4', '--real', '1');
    expect(size.status).toBe(2);
    expect(size.stderr).toContain('A sample has 2 numbers, as many as weights.');
    const activation = ganspec('penalties', 'eval', 'r1', '--activation', 'tan');
    expect(activation.status).toBe(2);
    expect(activation.stderr).toContain('There is no activation "tan"');
  });
});

describe('a plugin that does what ends or changes the whole program', () => {
  const ended =
    /^error GAN519: the process was ended before its work was done, by process.exit\(0\) outside of every hook \(at odd.mjs:1\)$/m;

  it.each([
    [
      'freezes what all objects share',
      'Object.freeze(Object.prototype);',
      /^error GAN800: cannot load plugin ".\/odd.mjs": it freezes Object.prototype, which all code shares$/m,
    ],
    [
      'ends the process in a callback while it is loaded',
      'setImmediate(() => process.exit(0)); await new Promise((done) => setTimeout(done, 5000));',
      /^error GAN519: an error outside of every hook, .*: process.exit\(0\) would end the whole program \(at odd.mjs:1\)$/m,
    ],
    ['ends the process in a timer', 'setTimeout(() => process.exit(0), 500);', ended],
    [
      'leaves a rejection without an error behind',
      'Promise.reject(undefined);',
      /^error GAN519: an error outside of every hook, as of a timer or a promise that nobody awaits: undefined\n {2}hint: The error has no place: in the plugins, .\/odd.mjs, catch the error there.$/m,
    ],
    [
      'ends the process at once in a timer',
      'setTimeout(() => process.reallyExit(0), 500);',
      /^error GAN519: .*, by process.reallyExit\(0\) outside of every hook \(at odd.mjs:1\)\n {2}hint: If the place is in a plugin, take process.reallyExit away.$/m,
    ],
    [
      'aborts the process in a timer',
      'setTimeout(() => process.abort(), 500);',
      /^error GAN519: .*, by process.abort\(\) outside of every hook \(at odd.mjs:1\)$/m,
    ],
    [
      'throws what cannot be read in a timer',
      'setTimeout(() => { throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } }); }, 500);',
      /^error GAN519: an error outside of every hook, .*: a value that cannot be read$/m,
    ],
    [
      'takes all listeners of the process away',
      "process.removeAllListeners(); setTimeout(() => Promise.reject(new Error('late')), 500);",
      /^error GAN519: an error outside of every hook, .*: late \(file:.*odd.mjs:1:\d+\)$/m,
    ],
  ])('is reported in one line with exit code 3: %s', (_what, line, message) => {
    const file = write('odd.mjs', `${line}\n${sound}`);
    const { status, stderr } = ganspec('train', 'ring', '--plugin', file, '--out', `run-${runs}`);
    runs += 1;
    expect(stderr).toMatch(message);
    expect(status).toBe(3);
  });

  it('does not change the exit code of a run that completes', () => {
    const file = write('odd.mjs', `setInterval(() => { process.exitCode = 42; });\n${sound}`);
    const { status } = ganspec(
      'train',
      'ring',
      '--plugin',
      file,
      '--steps',
      '20',
      '--out',
      `run-${runs}`,
    );
    runs += 1;
    expect(status).toBe(0);
  });
});

let runs = 0;
