import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCompiler } from 'ganspec';
import { lecam } from './index.js';

const compiler = createCompiler({ plugins: [lecam] });
const spec = compiler.read('ring', { set: ['loss={"type":"example/lecam","decay":0.75}'] });

test('it is a word of the language', () => {
  assert.deepEqual(compiler.check(spec).diagnostics, []);
});

test('the running means follow the scores', async () => {
  const session = await compiler.compile(spec).prepare();
  let [meanReal, meanFake] = [0, 0];
  for (let step = 0; step < 3; step += 1) {
    const { realScore = NaN, fakeScore = NaN } = await session.iterate();
    meanReal = 0.75 * meanReal + 0.25 * realScore;
    meanFake = 0.75 * meanFake + 0.25 * fakeScore;
    const state = await session.readState();
    const kept = (name: string) => state.get(`loss/${name}`)?.data[0] ?? NaN;
    assert.ok(Math.abs(kept('meanReal') - meanReal) < 1e-6);
    assert.ok(Math.abs(kept('meanFake') - meanFake) < 1e-6);
  }
  await session.dispose();
});
