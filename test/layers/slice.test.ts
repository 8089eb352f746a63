import { describe, expect, it } from 'vitest';
import { LayerShapeError } from '../../src/entries/layerShapeError.js';
import { createCompiler } from '../../src/index.js';
import { slice } from '../../src/layers/slice.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { refusal, runLayer, shapeAfter } from '../checks/support/runLayer.js';

const type = 'slice';
const x = tf.tensor3d([1, 2, 3, 4, 5, 6], [1, 2, 3]);

describe('slice', () => {
  it('takes a part of the last axis', () => {
    expectTensor(runLayer(slice, { type, begin: 1, size: 2 }, x).y, [1, 2, 2], [2, 3, 5, 6]);
    expectTensor(runLayer(slice, { type, size: 1 }, x).y, [1, 2, 1], [1, 4]);
  });

  it('takes a part of the axis that is named, counted from the batch', () => {
    expectTensor(runLayer(slice, { type, axis: 1, begin: 1, size: 1 }, x).y, [1, 1, 3], [4, 5, 6]);
    expect(shapeAfter(slice, { type, axis: -2, size: 3 }, [7, 7, 4])).toEqual([7, 3, 4]);
  });

  it('refuses parts that are not there', () => {
    expect(refusal(slice, { type, axis: -2, begin: 2, size: 7 }, [8, 3])).toEqual(
      new LayerShapeError(
        'slice takes 7 entries from index 2 on, but axis -2 of [8, 3] has 8',
        'Let begin and size be at most 8 together.',
        'size',
      ),
    );
    expect(refusal(slice, { type, size: 9 }, [8])).toMatchObject({ option: 'size' });
    expect(refusal(slice, { type, axis: 0, size: 1 }, [8])).toMatchObject({ option: 'axis' });
  });

  it('gives each block latent numbers of its own', async () => {
    const compiler = createCompiler();
    const layers = [
      { type, name: 'first', size: 1 },
      { type: 'dense', units: 8, name: 'hidden' },
      { type, name: 'second', begin: 1, size: 1, input: 'input' },
      { type: 'dense', units: 8, name: 'other' },
      { type: 'add', input: ['hidden', 'other'] },
      { type: 'dense', units: 2 },
    ];
    const spec = compiler.read('ring', { set: [`generator.layers=${JSON.stringify(layers)}`] });
    expect(compiler.check(spec).diagnostics).toEqual([]);
    const session = await compiler.compile(spec).prepare();
    for (let step = 0; step < 3; step += 1) {
      for (const value of Object.values(await session.iterate())) {
        expect(value).toSatisfy(Number.isFinite);
      }
    }
    await session.dispose();
  });
});
