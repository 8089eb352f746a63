import { expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';
import { settingsOf } from '../../src/serve/settings.js';

/** Paths of the defaults, and of what is given, below these keys. */
function origins(spec: object, prefix: string): readonly (readonly [string, string, boolean])[] {
  const { spec: resolved } = createCompiler().compile(spec);
  return settingsOf(resolved, spec)
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path, value, isDefault }) => [path, value, isDefault]);
}

const networks = {
  data: 'ring',
  latent: { dim: 2 },
  generator: { layers: ['relu', { type: 'dense', units: 2 }] },
  discriminator: { layers: [{ type: 'dense', units: 1 }] },
};

it('tells the values that the spec gives from defaults', () => {
  expect(origins(networks, 'latent.')).toEqual([
    ['latent.dim', '2', false],
    ['latent.distribution', '"normal"', true],
  ]);
});

it('takes a bare name for the type alone', () => {
  const relu = origins(networks, 'generator.layers.0.');
  expect(relu.find(([path]) => path.endsWith('.type'))).toEqual([
    'generator.layers.0.type',
    '"relu"',
    false,
  ]);
  expect(relu.filter(([, , isDefault]) => isDefault).length).toBe(relu.length - 1);
});

it('calls no layer a default that a repeat has made', () => {
  const layers = [
    { type: 'repeat', times: 2, layers: [{ type: 'dense', units: 3 }] },
    { type: 'dense', units: 2 },
  ];
  const found = origins({ ...networks, generator: { layers } }, 'generator.layers.');
  expect(found.filter(([path]) => path.endsWith('units'))).toEqual([
    ['generator.layers.0.units', '3', false],
    ['generator.layers.1.units', '3', false],
    ['generator.layers.2.units', '2', false],
  ]);
});
