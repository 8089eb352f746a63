/** Errors in the code of a plugin name file, entry, hook and line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SpecError } from '../../src/diagnostics/errors.js';
import { defineLoss } from '../../src/entries/loss.js';
import type { LossContext } from '../../src/entries/loss.js';
import type { Scores } from '../../src/entries/termContext.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { GanSpec } from '../../src/index.js';
import { tf, type Tensor } from '../../src/tf.js';
import { failures, named } from '../checks/support/odd.js';
import { compileTiny } from '../program/tinyGan.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type LossHook = (scores: Scores, config: object, context: LossContext) => Tensor;

/** The function of a module of its own, on whose third line the code stands. */
async function hookOf(name: string, code: string): Promise<LossHook> {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `export const hook = (tf) => ({ real, fake }, config, context) => {\n  const scale = 2;\n  ${code}\n};\n`,
  );
  const module = (await import(/* @vite-ignore */ file)) as {
    hook: (library: typeof tf) => LossHook;
  };
  return module.hook(tf);
}

/** The diagnostic of a GAN whose loss has this hook. */
function diagnosticOf(hook: LossHook): Diagnostic {
  const entry = defineLoss({
    ...named('loss'),
    scores: 'logits',
    discriminatorLoss: hook,
    generatorLoss: ({ fake }) => tf.neg(tf.mean(fake)),
  });
  const plugin = { ...entry, origin: './odd.mjs' };
  try {
    compileTiny({ loss: 'acme/odd' } as unknown as Partial<GanSpec>, [plugin]);
  } catch (error) {
    if (error instanceof SpecError && error.diagnostics[0]) return error.diagnostics[0];
    throw error;
  }
  throw new Error('nothing was thrown');
}

const arithmetic = 'JavaScript arithmetic got a tensor, which has no numbers before the graph runs';

describe('the line of a plugin', () => {
  it.each([
    [
      'random',
      'random numbers',
      'return tf.mean(tf.mul(real, tf.randomUniform([2, 1])));',
      'GAN811',
      'tf.randomUniform made numbers float32[2,1] that would be the same at every step',
    ],
    [
      'read',
      'a value that is read',
      'return tf.mean(real).dataSync()[0] > 0 ? real : fake;',
      'GAN812',
      'the value of a recorded tensor was read, and it has none before the graph runs',
    ],
    ['product', 'a product in JavaScript', 'return tf.mean(fake * scale);', 'GAN812', arithmetic],
    [
      'maximum',
      'a maximum in JavaScript',
      'return tf.scalar(Math.max(fake, 0));',
      'GAN812',
      arithmetic,
    ],
    [
      'sum',
      'a sum in JavaScript',
      'return tf.mean(fake + scale);',
      'GAN812',
      'JavaScript + or == got a tensor, which has no numbers before the graph runs',
    ],
    [
      'shapes',
      'shapes that do not fit',
      'return tf.mean(tf.matMul(real, fake));',
      'GAN814',
      'tf.matMul got tensors that do not fit: BatchMatMul(f32[2,1], f32[2,1]): the inner sizes 1 and 2 differ',
    ],
    [
      'form',
      'a distribution in another form',
      "return tf.mean(context.random('noise', [2, 1], 'normal'));",
      'GAN814',
      'random("noise", shape, distribution) gets "normal", which is no distribution',
    ],
  ])('is named in %s: %s', async (name, _title, code, expected, message) => {
    const file = join(folder, `${name}.mjs`);
    expect(diagnosticOf(await hookOf(name, code))).toMatchObject({
      code: expected,
      message: `./odd.mjs: discriminatorLoss of loss "acme/odd": ${message} (at ${file}:3)`,
    });
  });

  it.each([
    [
      'state',
      'a state that is not declared',
      "context.update('speed', tf.mean(real)); return tf.mean(real);",
      'GAN508',
      '"loss/speed" is given a new value, but no such state was declared',
    ],
    [
      'report',
      'a reported tensor with axes',
      "context.report('level', real); return tf.mean(real);",
      'GAN507',
      'loss/level must be a scalar, but its shape is [2, 1]',
    ],
    [
      'twice',
      'a number reported twice',
      "context.report('a', tf.mean(real)); context.report('a', tf.mean(fake)); return tf.mean(real);",
      'GAN515',
      '"loss/a" is reported twice in one step',
    ],
  ])('is named in %s: %s', async (name, _title, code, expected, message) => {
    const hook = await hookOf(name, code);
    expect(() => diagnosticOf(hook)).toThrow(
      expect.objectContaining({
        code: expected,
        message: `./odd.mjs: discriminatorLoss of loss "acme/odd": ${message} (at ${join(folder, name)}.mjs:3)`,
      }),
    );
  });

  it('comes with the function to use instead', async () => {
    expect(diagnosticOf(await hookOf('hint', 'return tf.mean(fake * scale);')).hint).toMatch(
      /^Use tf\.mul\(a, b\) for a \* b, /,
    );
  });

  it.each([
    ['throws', "throw new Error('not today');", 'not today'],
    ['missing', 'return real.no.such;', "Cannot read properties of undefined (reading 'such')"],
  ])('is named where an exception comes from it: %s', async (name, code, message) => {
    const file = join(folder, `${name}.mjs`);
    const hook = await hookOf(name, code);
    expect(() => diagnosticOf(hook)).toThrow(
      `./odd.mjs: discriminatorLoss of loss "acme/odd" throws: ${message} (at ${file}:3)`,
    );
  });

  it('is named by the battery', async () => {
    const discriminatorLoss = await hookOf('battery', 'return tf.mean(fake * scale);');
    const generatorLoss: LossHook = ({ fake }) => tf.neg(tf.mean(fake));
    const entry = defineLoss({
      ...named('loss'),
      scores: 'logits',
      discriminatorLoss,
      generatorLoss,
    });
    expect(await failures(entry)).toEqual([
      expect.stringContaining(`it throws: ${arithmetic} (at ${join(folder, 'battery.mjs')}:3)`),
    ]);
  });
});
