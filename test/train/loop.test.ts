import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GanspecError } from '../../src/index.js';
import type { OpenMonitor } from '../../src/train/monitors/monitor.js';
import { monitors } from '../../src/train/monitors/monitors.js';
import { brief, eventsOf, recordingFolder, scriptedRun, type Script } from './scriptedRun.js';

/** The hooks that a run calls of two monitors, in order. */
async function hooksOf(script: Script, changes: ReturnType<OpenMonitor> = {}): Promise<string[]> {
  const calls: string[] = [];
  const listener =
    (name: string): OpenMonitor =>
    ({ session, emit }) => ({
      start: () => void calls.push(`${name} start`),
      iteration: () => {
        calls.push(`${name} ${session.step}`);
        if (name === 'a') emit({ type: 'samples', step: session.step, file: null, count: 1 });
      },
      every: { steps: 2, act: () => void calls.push(`${name} every 2`) },
      event: ({ type }) => void calls.push(`${name} ${type}`),
      end: (outcome) => void calls.push(`${name} ${outcome}`),
      failure: ({ status }) => void calls.push(`${name} ${status}`),
      ...(name === 'b' && changes),
    });
  try {
    for await (const event of scriptedRun(script, [listener('a'), listener('b')])) {
      calls.push(`caller ${event.type}`);
    }
  } catch (error) {
    calls.push(String(error));
  }
  return calls;
}

describe('the training loop', () => {
  it('calls the hooks of the monitors in the order of the list, then the caller', async () => {
    expect(await hooksOf({ steps: 2 })).toEqual([
      ...['a start', 'b start'],
      ...['a 1', 'a samples', 'b samples', 'b 1', 'caller samples'],
      ...['a 2', 'a samples', 'b samples', 'a every 2', 'b 2', 'b every 2', 'caller samples'],
      ...['a completed', 'b completed'],
    ]);
  });

  it('calls the failure hooks of all monitors, then throws, where one hook fails', async () => {
    const failing = {
      end: () => {
        throw new Error('disk full');
      },
    };
    const calls = await hooksOf({ steps: 1 }, failing);
    expect(calls.slice(-4)).toEqual(['a completed', 'a failed', 'b failed', 'Error: disk full']);
  });

  it('reports an error with exit code 5 to the monitors as divergence', async () => {
    const failing = {
      iteration: () => {
        throw new GanspecError('GAN501', 5, 'diverged');
      },
    };
    const calls = await hooksOf({}, failing);
    expect(calls.slice(-4)).toEqual([
      'a diverged',
      'b diverged',
      'caller samples',
      'GanspecError: diverged',
    ]);
  });

  it('gives every event its time in UTC', async () => {
    const before = Date.now();
    for (const { time } of await eventsOf({})) {
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Date.parse(time)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(time)).toBeLessThanOrEqual(Date.now());
    }
  });

  it('goes on from the step that the session has reached, and is done where none is left', async () => {
    expect(brief(await eventsOf({ first: 4 }))).toEqual(['step 6', 'samples 6', 'end']);
    const done = await eventsOf({ first: 6 });
    expect(done.at(-1)).toMatchObject({ steps: 6, imagesPerSecond: 0, status: 'completed' });
  });

  it('stops at the signal, without samples of that moment', async () => {
    const control = new AbortController();
    const metricsAt = (step: number) => {
      if (step === 2) control.abort();
      return { realScore: 1 };
    };
    const events = await eventsOf({ metricsAt, signal: control.signal });
    expect(brief(events)).toEqual(['step 1', 'samples 2', 'end']);
    expect(events.at(-1)).toMatchObject({ steps: 2, status: 'interrupted' });
  });

  it('is complete where the signal comes in the last iteration', async () => {
    const control = new AbortController();
    const metricsAt = (step: number) => {
      if (step === 6) control.abort();
      return { realScore: 1 };
    };
    const events = await eventsOf({ metricsAt, signal: control.signal });
    expect(events.at(-1)).toMatchObject({ status: 'completed' });
  });

  it('ends the run as interrupted where its caller stops listening', async () => {
    const folder = recordingFolder();
    for await (const event of scriptedRun({ folder })) if (event.type === 'samples') break;
    expect(folder.calls).toEqual(['checkpoint 2', 'interrupted']);
  });
});

it('every monitor has a file of its own, and the list names them all', () => {
  const files = readdirSync(new URL('../../src/train/monitors', import.meta.url));
  const own = files.filter((file) => !['monitor.ts', 'monitors.ts'].includes(file));
  expect(monitors.map(({ name }) => `${name}.ts`).sort()).toEqual(own.sort());
});
