/** Resolution of names of layers and numbers inside composite layers. */
import { describe, expect, it } from 'vitest';
import { locate, placeOf } from '../../../src/source/locate.js';
import { expandText, ring, written } from './expandText.js';

const dense = (options: object = {}): object => ({ type: 'dense', units: 4, ...options });
const end = { type: 'dense', units: 2 };

describe('names of layers', () => {
  it('refer to an inner layer before an outer one', () => {
    const sum = { type: 'add', input: ['inner', 'outer'] };
    const inside = [dense({ name: 'inner' }), sum];
    const layers = [
      dense({ name: 'outer' }),
      dense({ name: 'inner' }),
      { type: 'residual', name: 'r', layers: inside },
      end,
    ];
    const { text, value } = expandText(ring({ generator: { layers } }));
    expect(text).toContain('warning GAN150: "inner" is the layer of this list');
    expect((value['generator'] as { readonly layers: unknown }).layers).toEqual([
      dense({ name: 'outer' }),
      dense({ name: 'inner' }),
      dense({ name: 'r_inner' }),
      { type: 'add', input: ['r_inner', 'outer'] },
      { type: 'add', name: 'r', input: ['add_0', 'inner'] },
      end,
    ]);
  });

  it('start with the names of all enclosing layers', () => {
    const block = { type: 'block', name: 'b', block: 'deep' };
    const layers = [{ type: 'repeat', name: 'r', times: 2, layers: [block] }, end];
    const blocks = { deep: { layers: [dense({ name: 'x' })] } };
    expect(written(layers, { blocks })).toEqual([
      dense({ name: 'r_0_b_x' }),
      dense({ name: 'r_1_b_x' }),
      end,
    ]);
  });

  it('of unnamed layers follow from the expanded list', () => {
    const residual = { type: 'residual', layers: [dense()], shortcut: [dense()] };
    const { spec } = expandText(
      ring({ generator: { layers: [dense(), 'relu', residual, residual, end] } }),
    );
    expect(spec?.generator.layers.map(({ name, input }) => [name, ...input])).toEqual([
      ['dense_0', 'input'],
      ['relu_0', 'dense_0'],
      ['dense_1', 'relu_0'],
      ['dense_2', 'relu_0'],
      ['add_0', 'dense_1', 'dense_2'],
      ['dense_3', 'add_0'],
      ['dense_4', 'add_0'],
      ['add_1', 'dense_3', 'dense_4'],
      ['dense_5', 'add_1'],
    ]);
  });

  it('are resolved in the input of a bare name', () => {
    expect(written([{ type: 'residual', layers: [dense()], shortcut: ['tanh'] }, end])).toEqual([
      dense(),
      { type: 'tanh', input: ['input'] },
      { type: 'add', input: ['dense_0', 'tanh_0'] },
      end,
    ]);
  });

  it('allow a block to read several layers', () => {
    const blocks = { join: { layers: ['concat', dense()] } };
    const layers = [
      dense({ name: 'a' }),
      dense({ name: 'b' }),
      { type: 'block', block: 'join', input: ['a', 'b'] },
      end,
    ];
    expect(written(layers, { blocks })).toEqual([
      dense({ name: 'a' }),
      dense({ name: 'b' }),
      { type: 'concat', input: ['a', 'b'] },
      dense(),
      end,
    ]);
  });

  it('resolve to the input of a repeat of zero turns at the end of a network', () => {
    const layers = [
      { ...end, name: 'out' },
      { type: 'dense', units: 3, name: 'aside' },
      { type: 'repeat', times: 0, input: 'out', layers: ['relu'] },
    ];
    const { spec, resolved } = expandText(ring({ generator: { layers } }));
    expect(spec?.generator.layers.at(-1)).toMatchObject({
      type: 'activation',
      input: ['out'],
      activation: { type: 'linear' },
    });
    expect(resolved?.networks.generator.outputShape).toEqual([2]);
  });
});

describe('names of numbers', () => {
  const blocks = {
    pair: {
      parameters: { units: 8, half: '=units / 2' },
      layers: [dense({ units: '=units' }), dense({ units: '=half' })],
    },
  };

  it('in a block depend on the parameters of its use', () => {
    const use = { type: 'block', block: 'pair' };
    expect(written([use, { ...use, with: { units: 32 } }, end], { blocks })).toEqual([
      dense({ units: 8 }),
      dense({ units: 4 }),
      dense({ units: 32 }),
      dense({ units: 16 }),
      end,
    ]);
  });

  it('in a block hide those of the spec, and in "with" belong to the place of use', () => {
    const use = { type: 'block', block: 'pair', with: { units: '=units * 2 ^ index' } };
    const layers = [{ type: 'repeat', times: 2, layers: [use] }, end];
    expect(written(layers, { blocks, parameters: { units: 6 } })).toEqual([
      dense({ units: 6 }),
      dense({ units: 3 }),
      dense({ units: 12 }),
      dense({ units: 6 }),
      end,
    ]);
  });

  it('of an enclosing repeat are unknown in a block', () => {
    const own = { own: { layers: [dense({ units: '=index + 1' })] } };
    const layers = [{ type: 'repeat', times: 2, layers: [{ type: 'block', block: 'own' }] }, end];
    const { text } = expandText(ring({ blocks: own, generator: { layers } }));
    expect(text).toContain('error GAN141: unknown name "index" in "=index + 1"\n');
  });
});

describe('the tree', () => {
  it('keeps the place of every number of a layer', () => {
    const { tree } = expandText(
      `{ "blocks": {\n"b": { "layers": [{ "type": "dense", "units": "=2 * 2" }] } },
"data": "ring", "generator": { "layers": [
{ "type": "repeat", "times": 2, "layers": [{ "type": "block", "block": "b" }] },
{ "type": "residual", "layers": ["relu"] }, { "type": "dense", "units": 2 }] },
"discriminator": { "layers": [{ "type": "dense", "units": 1 }] } }`,
    );
    const place = (pointer: string) => placeOf(locate(tree, pointer));
    const number = { line: 2, column: 47, length: 8 };
    expect(place('/generator/layers/0/units')).toMatchObject(number);
    expect(place('/generator/layers/1/units')).toMatchObject(number);
    expect(place('/generator/layers/2')).toMatchObject({ line: 5, column: 34, length: 6 });
    expect(place('/generator/layers/3')).toMatchObject({ line: 5, column: 11, length: 10 });
  });

  it('is the same object without expressions and composite layers', () => {
    const { tree } = expandText(ring());
    expect(expandText(JSON.stringify(ring())).value).toEqual(ring());
    expect(tree.kind).toBe('object');
  });
});
