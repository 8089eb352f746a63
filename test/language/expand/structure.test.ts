/** Expansion of blocks, repeats, residuals and expressions. */
import { describe, expect, it } from 'vitest';
import { expandText, ring, written } from './expandText.js';

const dense = (units: number, options: object = {}): object => ({
  type: 'dense',
  units,
  ...options,
});
const end = dense(2);

describe('repeat', () => {
  it('writes its layers the given number of times', () => {
    const layers = [{ type: 'repeat', times: 2, layers: [dense(4), 'relu'] }, end];
    expect(written(layers)).toEqual([dense(4), 'relu', dense(4), 'relu', end]);
  });

  it('counts its turns from 0 in index', () => {
    const layers = [{ type: 'repeat', times: 3, layers: [dense(4)] }, end];
    const counted = JSON.parse(
      JSON.stringify(layers).replace('4', '"=8 * 2 ^ index"'),
    ) as unknown[];
    expect(written(counted)).toEqual([dense(8), dense(16), dense(32), end]);
  });

  it('expands to no layers at zero turns', () => {
    expect(written([{ type: 'repeat', times: 0, layers: ['relu'] }, end])).toEqual([end]);
  });

  it('resolves "input" to the input of the turn', () => {
    const turn = [dense(8, { name: 'a' }), { type: 'concat', input: ['a', 'input'] }];
    expect(written([{ type: 'repeat', name: 'r', times: 2, layers: turn }, end])).toEqual([
      dense(8, { name: 'r_0_a' }),
      { type: 'concat', input: ['r_0_a', 'input'] },
      dense(8, { name: 'r_1_a' }),
      { type: 'concat', input: ['r_1_a', 'concat_0'] },
      end,
    ]);
  });
});

describe('residual', () => {
  it('counts layers of a former name as those of the present one', () => {
    const old = { type: 'residual', layers: ['reLU', dense(4), 'relu'] };
    const { text, spec } = expandText(ring({ generator: { layers: [dense(4), old, end] } }));
    expect(text).toBe('');
    expect(spec?.generator.layers.map(({ name, input }) => [name, ...input])).toEqual([
      ['dense_0', 'input'],
      ['relu_0', 'dense_0'],
      ['dense_1', 'relu_0'],
      ['relu_1', 'dense_1'],
      ['add_0', 'relu_1', 'dense_0'],
      ['dense_2', 'add_0'],
    ]);
  });

  it('adds the output of its layers to their input', () => {
    expect(written([dense(4), { type: 'residual', layers: [dense(4), 'relu'] }, end])).toEqual([
      dense(4),
      dense(4),
      'relu',
      { type: 'add', input: ['relu_0', 'dense_0'] },
      end,
    ]);
  });

  it('adds the output of its layers to that of its shortcut', () => {
    const residual = { type: 'residual', name: 'r', layers: [dense(4)], shortcut: [dense(4)] };
    expect(written([residual, end])).toEqual([
      dense(4),
      dense(4, { input: ['input'] }),
      { type: 'add', name: 'r', input: ['dense_0', 'dense_1'] },
      end,
    ]);
  });

  it('may contain a residual', () => {
    const inner = { type: 'residual', layers: ['relu'] };
    expect(written([{ type: 'residual', layers: [inner] }, end])).toEqual([
      'relu',
      { type: 'add', input: ['relu_0', 'input'] },
      { type: 'add', input: ['add_0', 'input'] },
      end,
    ]);
  });
});

describe('block', () => {
  const blocks = {
    up: { parameters: { units: 8 }, layers: [{ type: 'dense', units: '=units', name: 'lift' }] },
  };
  const up = { type: 'block', block: 'up' };

  it('writes its layers with its own parameters, or those of its use', () => {
    const layers = [up, { ...up, name: 'second', with: { units: '=width / 2' } }, end];
    expect(written(layers, { blocks, parameters: { width: 32 } })).toEqual([
      dense(8, { name: 'block_0_lift' }),
      dense(16, { name: 'second_lift' }),
      end,
    ]);
  });

  it('has a name that refers to its last layer', () => {
    const joined = { type: 'add', input: ['first', 'second'] };
    const layers = [{ ...up, name: 'first' }, { ...up, name: 'second' }, joined, end];
    const found = written(layers, { blocks }) as readonly object[];
    expect(found[2]).toEqual({ type: 'add', input: ['first_lift', 'second_lift'] });
  });

  it('has its mistakes reported where it is written', () => {
    const { text } = expandText(
      ring({ blocks: { up: { layers: [dense(0)] } }, generator: { layers: [up, end] } }),
    );
    expect(text).toContain('error GAN124: units must be at least 1, received 0\n');
  });
});

describe('parameters', () => {
  it('replace numbers anywhere, and may depend on one another', () => {
    const { text, value } = expandText(
      ring({
        parameters: { half: '=all / 2', all: 64 },
        training: { batchSize: '=half', steps: 10 },
      }),
    );
    expect(text).toBe('');
    expect(value['training']).toEqual({ batchSize: 32, steps: 10 });
  });

  it.each([
    ['=1 + 2 * 3', 7],
    ['=(1 + 2) * 3', 9],
    ['=2 ^ 3 ^ 2', 512],
    ['=10 - 2 - 3', 5],
    ['=max(2, min(7, 5), 3)', 5],
    ['=log2(64)', 6],
    ['=-2 + 5', 3],
  ])('reads %s as %d', (batchSize, expected) => {
    const { value } = expandText(ring({ training: { batchSize } }));
    expect(value['training']).toEqual({ batchSize: expected });
  });

  it('do not apply where text is expected', () => {
    const { text, value } = expandText(ring({ description: '=not arithmetic' }));
    expect(text).toBe('');
    expect(value['description']).toBe('=not arithmetic');
  });
});

describe('blocks', () => {
  it('that are unused are warned of', () => {
    const { text } = expandText(ring({ blocks: { up: { layers: ['relu'] } } }));
    expect(text).toContain('warning GAN147: no layer uses block "up"\n');
  });

  it('that use one another in a circle are refused', () => {
    const blocks = {
      a: { layers: [{ type: 'block', block: 'b' }] },
      b: { layers: [{ type: 'block', block: 'a' }] },
    };
    const { text } = expandText(
      ring({ blocks, generator: { layers: [{ type: 'block', block: 'a' }, end] } }),
    );
    expect(text).toContain('error GAN145: block "a" uses itself: a → b → a\n');
  });
});
