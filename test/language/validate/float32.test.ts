import { expect, it } from 'vitest';
import { createCompiler } from '../../../src/api/compiler.js';
import { renderDiagnostics } from '../../../src/diagnostics/render.js';

const compiler = createCompiler();

/** The messages and hints about a spec whose discriminator ends in this layer. */
function complaints(layer: object, more: object = {}): readonly string[] {
  const { diagnostics } = compiler.check({
    data: 'ring',
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: { layers: [layer, { type: 'dense', units: 1 }] },
    ...more,
  } as never);
  return renderDiagnostics(diagnostics)
    .split('\n')
    .filter((line) => /GAN|hint: /.test(line))
    .map((line) => line.trim().replace(/^\S+ /, ''));
}

const noise = (stddev: unknown): object => ({ type: 'gaussianNoise', stddev });

it('refuses numbers that are infinite in float32', () => {
  expect(complaints(noise(1e39))).toEqual([
    'error GAN124: stddev must be a number that float32 can hold, received 1e+39',
    'float32 ends at 3.4e38',
  ]);
});

it('refuses numbers that are zero in float32', () => {
  expect(complaints(noise(1e-46))).toEqual([
    'error GAN124: stddev must be a number that float32 can hold, received 1e-46',
    'below 1.2e-38 numbers are 0 in float32: write 0, or a larger number',
  ]);
});

it('takes the largest and the smallest number of full precision, and 0', () => {
  for (const stddev of [3.4028234e38, 1.1754944e-38, 0]) {
    expect(complaints(noise(stddev))).toEqual([]);
  }
});

it('looks at the result of an expression, and not at its parameters', () => {
  const parameters = { large: 1e39 };
  expect(complaints(noise('=large / 1e39'), { parameters })).toEqual([]);
  expect(complaints(noise('=large * 2'), { parameters })).toEqual([
    'error GAN124: stddev must be a number that float32 can hold, received 2e+39 from "=large * 2"',
    'float32 ends at 3.4e38',
  ]);
});

it('looks into schedules and settings', () => {
  const rate = { type: 'linear', from: 1e-40, to: 0, steps: 10 };
  const optimizers = { generator: { type: 'sgd', learningRate: rate } };
  expect(complaints(noise(1), { optimizers })).toEqual([
    'error GAN124: from must be a number that float32 can hold, received 1e-40',
    'below 1.2e-38 numbers are 0 in float32: write 0, or a larger number',
  ]);
  const set = ['penalties.0.weight=1e39'];
  const source = compiler.read('wgan-gp-mnist', { set });
  expect(compiler.check(source).diagnostics[0]?.message).toBe(
    'weight must be a number that float32 can hold, received 1e39',
  );
});

it('says one thing about a number that is out of bounds, too', () => {
  expect(complaints({ type: 'dropout', rate: 1e39 })).toEqual([
    'error GAN124: rate must be at least 0 and below 1, received 1e+39',
  ]);
});
