/** Specs whose data are not there: their networks are checked and shown all the same. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../src/api/compiler.js';

const compiler = createCompiler({ baseDir: mkdtempSync(`${tmpdir()}/ganspec-nothing-`) });
const discriminator = { layers: ['flatten', { type: 'dense', units: 1 }] };

/** The diagnostics of a spec with these data, as code and message, and the shapes of the networks. */
function checked(data: object, layers: readonly unknown[], extra: object = {}) {
  const spec = { data, latent: { dim: 8 }, generator: { layers }, discriminator, ...extra };
  const { diagnostics, networks } = compiler.check(JSON.stringify(spec));
  return {
    told: diagnostics.map(({ code, message }) => `${code}: ${message.replace(/ \(looked.*/, '')}`),
    shapes: Object.values(networks ?? {}).map(({ outputShape }) => outputShape),
    read: networks?.discriminator?.inputShape,
  };
}

describe('data that are not there', () => {
  it.each([
    [{ type: 'imageFolder', folder: 'photos', size: [8, 6] }, '"photos"', '8×6×3', [8, 6, 3]],
    [{ type: 'wav', path: 'clips', length: 64 }, '"clips"', '64×1', [64, 1]],
    [{ type: 'text', file: 'a.txt', length: 4, alphabet: 'abc' }, '"a.txt"', '4×4', [4, 4]],
  ])('of %j do not hide mistakes of shapes', (data, name, shape, read) => {
    expect(checked(data, [{ type: 'dense', units: 12 }])).toEqual({
      told: [
        `GAN401: ${name} was not found`,
        `GAN201: the generator yields 12 where ${data.type} is ${shape}`,
      ],
      shapes: [[12], [1]],
      read,
    });
  });

  it.each([
    { type: 'csv', file: 'people.csv' },
    { type: 'npy', file: 'faces.npy' },
    { type: 'idx', images: 'faces.idx' },
    { type: 'text', file: 'lines.txt' },
  ])('of %j have the shape that the generator yields', (data) => {
    const { told, shapes, read } = checked(data, [{ type: 'dense', units: 12 }]);
    expect(told).toHaveLength(1);
    expect(shapes).toEqual([[12], [1]]);
    expect(read).toEqual([12]);
  });

  it('hide no mistake inside a network', () => {
    expect(checked({ type: 'csv', file: 'people.csv' }, ['maxPooling2d']).told).toEqual([
      'GAN401: "people.csv" was not found',
      'GAN204: maxPooling2d reads images [height, width, channels], but its input is [8]',
    ]);
  });
});

it.each(['image-folder-64', 'table', 'text-wgan-gp', 'wavegan-small'])(
  'the networks of %s are known without its data',
  (preset) => {
    const { diagnostics, networks = {} } = compiler.check(compiler.read(preset));
    expect(diagnostics.map(({ code }) => code)).toEqual(['GAN401']);
    expect(Object.keys(networks)).toEqual(['generator', 'discriminator']);
  },
);
