import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCompiler } from 'ganspec';
import { minibatchStddev } from './index.js';

const compiler = createCompiler({ plugins: [minibatchStddev] });
const layers = '["flatten","example/minibatchStddev",{"type":"dense","units":1}]';
const spec = compiler.read('ring', {
  set: [`discriminator.layers=${layers}`, 'penalties=[]', 'training.batchSize=2'],
});

test('it is a word of the language', () => {
  assert.deepEqual(compiler.check(spec).diagnostics, []);
});

test('it appends one channel, the same for the whole batch', async () => {
  const gan = compiler.compile(spec);
  assert.deepEqual(gan.resolved.networks.discriminator.layers[1]?.outputShape, [3]);
  const session = await gan.prepare();
  const kernel = { shape: [3, 1], dtype: 'float32', data: Float32Array.of(0, 0, 1) } as const;
  const state = await session.readState();
  await session.writeState(new Map([...state, ['discriminator/dense_0/kernel', kernel]]));
  // Standard deviations 1 and 3: their mean is the score, as the kernel looks at nothing else.
  const real = { shape: [2, 2], dtype: 'float32', data: Float32Array.of(0, 1, 2, 7) } as const;
  const { realScore = NaN } = await session.run('discriminator', { real });
  await session.dispose();
  assert.ok(Math.abs(realScore - 2) < 1e-5);
});
