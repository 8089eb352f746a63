import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCompiler } from 'ganspec';
import { twoMoons } from './index.js';

const compiler = createCompiler({ plugins: [twoMoons] });
const spec = compiler.read('ring', { set: ['data={"type":"example/twoMoons","count":1000}'] });

test('it is a word of the language', () => {
  assert.deepEqual(compiler.check(spec).diagnostics, []);
});

test('its points lie on half circles around the middles of the moons', async () => {
  const data = await compiler.compile(spec).openDataset();
  const indices = Array.from({ length: data.count }, (_, index) => index);
  const points = new Float32Array(2 * data.count);
  const classes = new Int32Array(data.count);
  data.read(indices, points);
  data.readLabels?.(indices, classes);
  assert.equal(data.count, 1000);
  for (const index of indices) {
    const side = classes[index] === 0 ? 1 : -1;
    const [x = NaN, y = NaN] = points.subarray(2 * index, 2 * index + 2);
    const [fromMiddleX, fromMiddleY] = [x + side * 0.5, side * y + 0.25];
    assert.ok(Math.abs(Math.hypot(fromMiddleX, fromMiddleY) - 1) < 1e-6);
    assert.ok(fromMiddleY > -1e-6);
  }
});

test('the ring learns to be moons', async () => {
  const session = await compiler.compile(spec).prepare();
  for (let step = 0; step < 20; step += 1) {
    assert.ok(Object.values(await session.iterate()).every(Number.isFinite));
  }
  await session.dispose();
});
