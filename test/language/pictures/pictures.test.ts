import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createCompiler, listPresets, type GanSpec } from '../../../src/index.js';
import { ganPicture, networkPicture } from '../../../src/language/pictures/pictures.js';
import { svgTextWidth } from '../../../src/language/pictures/svg.js';
import { smallFiles } from '../../presets/support/smallFiles.js';

/** The picture of a generator with these layers. */
function pictureOf(layers: NonNullable<GanSpec['generator']>['layers']): string {
  const spec: GanSpec = {
    data: 'ring',
    latent: { dim: 2 },
    generator: { layers },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
  };
  return networkPicture(createCompiler().compile(spec).resolved.networks.generator);
}

/** The texts of a picture with the pixels that their boxes have for them. */
function textsIn(picture: string) {
  const box = /width="(\d+)" height="40".*?\/>(<text.*?)<text class="note"(.*?)<\/text>/g;
  return [...picture.matchAll(box)].flatMap(([, width, ...texts]) =>
    texts.map((text, index) => ({
      text: text.replace(/<\/?[^>]*>|^[^>]*>/g, ''),
      size: index === 0 ? 13 : 11,
      room: Number(width) - 20,
    })),
  );
}

/** Left and top of the boxes, in the order of the layers. */
function placesIn(picture: string): readonly (readonly number[])[] {
  return [...picture.matchAll(/<rect x="(\d+)" y="(\d+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
}

describe('networkPicture', () => {
  it('draws a layer below the one that it reads', () => {
    const picture = pictureOf([
      { type: 'dense', units: 3 },
      { type: 'dense', units: 2 },
    ]);
    expect(placesIn(picture)).toEqual([
      [0, 0],
      [0, 62],
      [0, 124],
    ]);
    expect(picture).toContain('<title>generator: 2 layers</title>');
    expect(picture).toContain('>dense_0</text>');
    expect(picture).toContain('>3, 9 parameters</text>');
    expect(picture.match(/class="line"/g)).toHaveLength(2);
  });

  it('draws branches side by side, and what passes a row beside the boxes', () => {
    const picture = pictureOf([
      { type: 'dense', units: 2, name: 'a' },
      { type: 'dense', units: 2, name: 'b', input: 'a' },
      { type: 'dense', units: 2, name: 'c', input: 'a' },
      { type: 'add', input: ['a', 'b', 'c'] },
    ]);
    expect(placesIn(picture).slice(1)).toEqual([
      [0, 62],
      [0, 124],
      [214, 124],
      [0, 186],
    ]);
    // From the right side of a, x = 190, past both columns, 2 · 190 + 24 + 14 = 418.
    expect(picture).toContain('d="M190 82H412Q418 82 418 88V200Q418 206 412 206H190"');
  });
});

describe('ganPicture', () => {
  const files = smallFiles();
  afterAll(() => {
    rmSync(files, { recursive: true });
  });
  const compiler = createCompiler({ baseDir: files });

  function resolvedOf(preset: string) {
    const { resolved } = compiler.check({ extends: preset });
    if (!resolved) throw new Error(`${preset} has mistakes`);
    return resolved;
  }

  it.each(listPresets().map(({ name }) => name))(
    'has boxes as wide as their texts (%s)',
    (name) => {
      const texts = textsIn(ganPicture(resolvedOf(name)));
      expect(texts.length).toBeGreaterThan(16);
      expect(texts.filter(({ text }) => text === '' || text.endsWith('…'))).toEqual([]);
      expect(texts.filter(({ text, size, room }) => svgTextWidth(text, size) > room)).toEqual([]);
    },
  );

  it('has a box for the optimizers of both networks in one step', () => {
    expect(textsIn(ganPicture(resolvedOf('fast-mnist')))).toContainEqual({
      text: 'adam, rate 0.0002; adam, rate 0.001',
      size: 11,
      room: 231,
    });
  });

  it('draws the way to the loss, the steps of an iteration and every network', () => {
    const spec: GanSpec = {
      extends: 'ring',
      name: 'a-b',
      training: { discriminatorSteps: 5 },
      optimizers: {
        generator: { type: 'adam', learningRate: { type: 'cosine', from: 1e-3, to: 0, steps: 9 } },
      },
    };
    const picture = ganPicture(createCompiler().compile(spec).resolved);
    const labels = [...picture.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(labels.slice(0, 15)).toEqual([
      'a-b',
      'latent',
      '2',
      'generator',
      '5 layers',
      'discriminator',
      '5 layers',
      'loss: nonSaturating',
      'with r1',
      'step 1: discriminator × 5',
      'adam, rate 0.002',
      'step 2: generator',
      'adam, rate: cosine',
      'data: ring',
      '2',
    ]);
    expect(labels.slice(15)).toEqual(expect.arrayContaining(['generator', 'discriminator']));
  });
});
