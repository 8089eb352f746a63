import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCompiler } from 'ganspec';
import { wganDivLoss, wganDivPenalty } from './index.js';

const compiler = createCompiler({ plugins: [wganDivLoss, wganDivPenalty] });

test('the spec beside the plugin is sound', () => {
  assert.deepEqual(compiler.check(compiler.read('ring-wgan-div.json')).diagnostics, []);
});

test('the losses are what the scores make them', async () => {
  const set = [
    'penalties.0={"type":"example/wganDiv","weight":0}',
    'training.discriminatorSteps=1',
  ];
  const gan = compiler.compile(compiler.read('ring-wgan-div.json', { set }));
  const session = await gan.prepare();
  const metrics = await session.iterate();
  await session.dispose();
  const { realScore = NaN, fakeScore = NaN, discriminatorLoss = NaN } = metrics;
  assert.ok(Math.abs(discriminatorLoss - (fakeScore - realScore)) < 1e-6);
});

test('the penalty is never negative', async () => {
  const session = await compiler.compile(compiler.read('ring-wgan-div.json')).prepare();
  const penalties: number[] = [];
  for (let step = 0; step < 20; step += 1) {
    penalties.push((await session.iterate())['wganDiv'] ?? NaN);
  }
  await session.dispose();
  assert.ok(penalties.every((penalty) => penalty >= 0 && Number.isFinite(penalty)));
});
