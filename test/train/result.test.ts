/** Results of runs that keep nothing on disk. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openRun, type Gan, type OngoingRun } from '../../src/index.js';
import { compileTiny } from '../program/tinyGan.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-result-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const train = (gan: Gan, options: Parameters<Gan['train']>[0] = {}): OngoingRun =>
  gan.train({ engine: 'tfjs', ...options });

it('a run without a folder ends with the samples and the state of one that has a folder', async () => {
  const out = join(folder, 'run');
  const kept = await train(compileTiny(), { out, seed: 4 }).result();
  const result = await train(compileTiny(), { seed: 4 }).result();
  const opened = await openRun(out);
  const state = await opened.session.readState();
  expect(await result.session.readState()).toEqual(state);
  expect(await kept.session.readState()).toEqual(state);
  expect(result.session.step).toBe(3);
  const samples = await result.sample(3);
  expect(samples.shape).toEqual([3, 2]);
  expect(samples).toEqual(await opened.sample(3));
  for (const each of [kept, result, opened]) await each.dispose();
});

it('its samples are written as pictures, and real ones are drawn', async () => {
  const result = await train(compileTiny()).result();
  const file = await result.save(await result.sample(), join(folder, 'points'));
  expect(file).toBe(join(folder, 'points.png'));
  expect(existsSync(file)).toBe(true);
  expect((await result.real(5)).shape).toEqual([5, 2]);
  await result.dispose();
});

it('events of samples hold them where no folder keeps them', async () => {
  const run = train(compileTiny({ monitor: { sampleEvery: 2, sampleCount: 4 } }));
  const found = [];
  for await (const event of run) if (event.type === 'samples') found.push(event);
  expect(found.map(({ step, file, samples }) => ({ step, file, shape: samples?.shape }))).toEqual([
    { step: 2, file: null, shape: [4, 2] },
    { step: 3, file: null, shape: [4, 2] },
  ]);
  const result = await run.result();
  expect(await result.sample()).toEqual(found.at(-1)?.samples);
  await result.dispose();
});

it('a run that is left, or stopped by its signal, has the state of that moment as its result', async () => {
  const left = train(compileTiny(), { steps: 9 });
  for await (const event of left) if (event.type === 'step') break;
  const result = await left.result();
  expect(result.session.step).toBe(1);
  await result.dispose();

  const stopped = await train(compileTiny(), { signal: AbortSignal.abort() }).result();
  expect(stopped.session.step).toBe(0);
  await stopped.dispose();
});

it('goes on with single iterations from the final state', async () => {
  const longer = await train(compileTiny(), { steps: 5 }).result();
  const result = await train(compileTiny(), { steps: 3 }).result();
  await result.session.iterate();
  await result.session.iterate();
  expect(await result.session.readState()).toEqual(await longer.session.readState());
  for (const each of [longer, result]) await each.dispose();
});

it('a run that fails has its error as result', async () => {
  const out = join(folder, 'occupied');
  mkdirSync(out);
  writeFileSync(join(out, 'mine.txt'), 'mine');
  const run = train(compileTiny(), { out });
  await expect(run.next()).rejects.toMatchObject({ code: 'GAN510' });
  await expect(run.result()).rejects.toMatchObject({ code: 'GAN510' });
});

it('a run that was left before it began has no result', async () => {
  const run = train(compileTiny());
  await run.return();
  await expect(run.result()).rejects.toMatchObject({
    code: 'GAN542',
    message: 'the run was left before it began, so it has no result',
    hint: 'Take at least one of its events before leaving, or call `result` alone, which trains to the end.',
  });
});
