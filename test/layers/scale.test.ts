import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';
import { scale } from '../../src/layers/scale.js';
import { tf } from '../../src/tf.js';
import { expectTensor } from '../checks/support/cpu.js';
import { runLayer } from '../checks/support/runLayer.js';

const type = 'scale';
const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);

describe('scale', () => {
  it('multiplies by a number', () => {
    expectTensor(runLayer(scale, { type, factor: 0.5 }, x).y, [2, 2], [0.5, 1, 1.5, 2]);
  });

  it('multiplies by a learned number, or by one for each channel', () => {
    const learned = { type, factor: 3, trainable: true, perChannel: true };
    const { y } = runLayer(scale, learned, x, { gamma: tf.tensor1d([3, -1]) });
    expectTensor(y, [2, 2], [3, -2, 9, -4]);
  });

  it('learns one number for all, or one for each channel', () => {
    const compiler = createCompiler();
    const weights = (layer: object) => {
      const generator = [
        { type: 'dense', units: 8 },
        { type, name: 'own', trainable: true, ...layer },
        { type: 'dense', units: 2 },
      ];
      const gan = compiler.compile(
        compiler.read('ring', { set: [`generator.layers=${JSON.stringify(generator)}`] }),
      );
      return gan.program.state.find(({ name }) => name === 'generator/own/gamma')?.shape;
    };
    expect(weights({})).toEqual([1]);
    expect(weights({ perChannel: true })).toEqual([8]);
    expect(weights({ trainable: false })).toBeUndefined();
  });

  it('is a word of the language that trains', async () => {
    const compiler = createCompiler();
    const spec = compiler.read('ring', {
      set: [
        'generator.layers=[{"type":"dense","units":8},{"type":"scale","name":"own","factor":0.5,"trainable":true},{"type":"dense","units":2}]',
      ],
    });
    expect(compiler.check(spec).diagnostics).toEqual([]);
    const session = await compiler.compile(spec).prepare();
    const gamma = async () =>
      [...((await session.readState()).get('generator/own/gamma')?.data ?? [])][0];
    expect(await gamma()).toBe(0.5);
    for (let step = 0; step < 3; step += 1) await session.iterate();
    expect(await gamma()).not.toBe(0.5);
    await session.dispose();
  });
});
