import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventBody, TrainEvent } from '../../src/runs/events.js';
import { followRun } from '../../src/runs/follow.js';
import { lockRun, type Lock } from '../../src/runs/lock.js';
import { writeHandmadeRecord } from './handmadeRun.js';

let folder = '';
let events = '';
let lock: Lock;

/** A run that is training in this process. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-follow-'));
  events = join(folder, 'events.jsonl');
  writeHandmadeRecord(folder, { status: 'running', ended: null });
  lock = lockRun(folder);
});
afterEach(() => {
  lock.release();
  rmSync(folder, { recursive: true, force: true });
});

const time = '2026-01-31T23:59:59.123Z';
const start: EventBody = {
  type: 'start',
  name: 'ring',
  run: null,
  engine: 'onnx',
  engineReason: 'it works here',
  steps: 30,
  batchSize: 64,
  seed: 7,
};
const step = (number: number, loss = 0.5): EventBody => ({
  type: 'step',
  step: number,
  metrics: { loss },
  samples: 64,
  imagesPerSecond: 159.4,
});
const resume = (number: number): EventBody => ({
  type: 'resume',
  run: null,
  checkpoint: 'checkpoints/step-000001',
  step: number,
  steps: 30,
  engine: 'onnx',
  engineReason: 'it works here',
});
const end: EventBody = {
  type: 'end',
  run: null,
  steps: 30,
  imagesPerSecond: 159.4,
  metrics: {},
  status: 'completed',
};

const line = (event: EventBody): string => `${JSON.stringify({ time, ...event })}\n`;
const append = (...bodies: readonly EventBody[]): void => {
  appendFileSync(events, bodies.map(line).join(''));
};
const timed = (...bodies: readonly EventBody[]): object[] => bodies.map((b) => ({ time, ...b }));

/** The next events, as many as are asked for. */
async function next(run: AsyncIterator<TrainEvent>, count = 1): Promise<TrainEvent[]> {
  const found: TrainEvent[] = [];
  while (found.length < count) {
    const result = await run.next();
    if (result.done) break;
    found.push(result.value);
  }
  return found;
}

async function all(signal?: AbortSignal): Promise<TrainEvent[]> {
  const found: TrainEvent[] = [];
  for await (const event of followRun(folder, { signal })) found.push(event);
  return found;
}

describe('followRun', () => {
  it('gives the events that are there, then those to come, up to the end', async () => {
    const run = followRun(folder);
    const first = run.next();
    append(start, step(1));
    expect([(await first).value, ...(await next(run))]).toEqual(timed(start, step(1)));
    append(step(2), end);
    expect(await next(run, 3)).toEqual(timed(step(2), end));
  });

  it('never gives half a line', async () => {
    const whole = line(step(1));
    writeFileSync(events, whole.slice(0, 40));
    const run = followRun(folder);
    const first = run.next();
    setTimeout(() => {
      appendFileSync(events, whole.slice(40));
    }, 50);
    expect((await first).value).toEqual({ time, ...step(1) });
    // What a killed process was writing.
    appendFileSync(events, whole.slice(0, 40));
    lock.release();
    expect(await run.next()).toEqual({ value: undefined, done: true });
  });

  it('goes on with the events that take the place of those cut off', async () => {
    append(start, step(1), step(2), step(3));
    const run = followRun(folder);
    await next(run, 4);
    truncateSync(events, (line(start) + line(step(1))).length);
    append(resume(1), step(2, 0.25), step(3), step(4));
    expect(await next(run, 4)).toEqual(timed(resume(1), step(2, 0.25), step(3), step(4)));
    // Nothing follows the cut yet.
    truncateSync(events, line(start).length);
    const later = run.next();
    setTimeout(() => {
      append(resume(0), end);
    }, 250);
    expect([(await later).value, ...(await next(run, 2))]).toEqual(timed(resume(0), end));
  });

  it('reads files that are longer than what is read at once', async () => {
    const many = Array.from({ length: 12_000 }, (_, i) => step(i));
    append(...many, end);
    const found = await all();
    expect(found).toHaveLength(12_001);
    expect(found.slice(-2)).toEqual(timed(step(11_999), end));
  });

  it('ends where the process of the run is dead', async () => {
    append(start, step(1));
    lock.release();
    expect(await all()).toEqual(timed(start, step(1)));
  });

  it('ends where the record says that the run has failed, once all events are given', async () => {
    append(start);
    const run = followRun(folder);
    await next(run);
    append(step(1));
    writeHandmadeRecord(folder, { status: 'failed' });
    expect(await next(run, 2)).toEqual(timed(step(1)));
  });

  it('ends at once on the signal', async () => {
    const controller = new AbortController();
    const following = all(controller.signal);
    await new Promise(setImmediate);
    const before = performance.now();
    controller.abort();
    expect(await following).toEqual([]);
    expect(performance.now() - before).toBeLessThan(100);
    append(start);
    expect(await all(controller.signal)).toEqual([]);
  });

  it('gives numbers back that JSON cannot express', async () => {
    append(step(1, NaN), end);
    expect(await all()).toEqual(timed(step(1, NaN), end));
  });

  it.each([
    ['%', 'it is no JSON'],
    ['[]', 'the event must be object'],
    ['{"type":"stop"}', '/type must be equal to one of the allowed values'],
    [line(step(1)).replace('"step":1', '"step":"1"').trim(), '/step must be integer'],
    [`{"type":"warning","time":"${time}"}`, "the event must have required property 'code'"],
  ])('is refused at the line %j, with its place', async (damagedLine, what) => {
    append(start);
    appendFileSync(events, `${damagedLine}\n`);
    const run = followRun(folder);
    await next(run);
    await expect(run.next()).rejects.toMatchObject({
      code: 'GAN610',
      exitCode: 6,
      message: `${events}:2: damaged: ${what}`,
    });
  });

  it('is refused for a folder without a run', async () => {
    rmSync(join(folder, 'run.json'));
    await expect(all()).rejects.toMatchObject({
      code: 'GAN513',
      message: `${folder} is not the folder of a run: it has no run.json`,
    });
  });
});
