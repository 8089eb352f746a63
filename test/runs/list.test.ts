import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrainEvent } from '../../src/runs/events.js';
import { listRuns, type FoundRun } from '../../src/runs/list.js';
import { lockRun } from '../../src/runs/lock.js';
import { writeHandmadeRecord } from './handmadeRun.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-list-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const time = '2026-01-31T23:59:59.123Z';
const at = (...names: readonly string[]): string => join(folder, ...names);
const put = (run: string, file: string, text: string): void => {
  writeFileSync(at(run, file), text);
};
/** Lines of these events; keys that are left out have some value. */
const lines = (...events: readonly Partial<TrainEvent>[]): string =>
  events.map((event) => `${JSON.stringify({ time, ...anyKeys, ...event })}\n`).join('');
const anyKeys = {
  ...{ name: 'ring', run: null, engine: 'onnx', engineReason: '', batchSize: 4, seed: 0 },
  ...{ code: '', message: '', metrics: {}, samples: 4, imagesPerSecond: 1, steps: 30 },
  ...{ checkpoint: '', status: 'completed' },
};
const paths = (): readonly string[] =>
  listRuns(folder).map(({ path }) => path.replace(`${folder}/`, ''));

/** The only run. */
function only(): FoundRun {
  const [run, ...rest] = listRuns(folder);
  if (run?.state === 'damaged' || !run || rest.length > 0) throw new Error('not one whole run');
  return run;
}

describe('listRuns', () => {
  it('gives runs at every depth down to four folders, the newest last', () => {
    writeHandmadeRecord(at('ring', 'b'), { started: '2026-02-02T00:00:00.000Z' });
    writeHandmadeRecord(at('a', 'b', 'c', 'd'), { started: '2026-02-01T00:00:00.000Z' });
    writeHandmadeRecord(at('a', 'b', 'c', 'd', 'e'), {});
    writeHandmadeRecord(at('.hidden'), {});
    writeHandmadeRecord(folder, { started: '2026-02-03T00:00:00.000Z' });
    expect(paths()).toEqual(['a/b/c/d', 'ring/b', folder]);
  });

  it('gives none where there is no such folder', () => {
    expect(listRuns(at('none'))).toEqual([]);
  });

  it('gives the record of a run, and the time of its last event', () => {
    writeHandmadeRecord(at('one'), { name: 'ring', steps: 30 });
    put('one', 'events.jsonl', lines({ type: 'step', step: 10 }, { type: 'warning' }));
    expect(only()).toMatchObject({
      path: at('one'),
      state: 'completed',
      step: 10,
      lastEvent: time,
      seconds: 0.001,
      record: { name: 'ring', engine: 'onnx', steps: 30, status: 'completed', started: time },
    });
  });

  it('does not follow links to folders', () => {
    writeHandmadeRecord(at('one'), {});
    symlinkSync(folder, at('loop'));
    symlinkSync(at('one'), at('again'));
    expect(paths()).toEqual(['one']);
  });
});

describe('the step of a listed run', () => {
  it.each<[string, string, number]>([
    ['a run without events', '', 0],
    ['a start', lines({ type: 'start', steps: 30 }), 0],
    ['steps', lines({ type: 'step', step: 1 }, { type: 'step', step: 10 }), 10],
    ['a resumption', lines({ type: 'step', step: 9 }, { type: 'resume', step: 5, steps: 30 }), 5],
    ['an end', lines({ type: 'step', step: 20 }, { type: 'end', steps: 27 }), 27],
    ['half a line', `${lines({ type: 'step', step: 7 })}{"time":"20`, 7],
    [
      'many events',
      lines(...Array.from({ length: 3000 }, (_, i) => ({ type: 'step' as const, step: i + 1 }))),
      3000,
    ],
  ])('follows from %s', (_, events, step) => {
    writeHandmadeRecord(at('one'), {});
    put('one', 'events.jsonl', events);
    expect(only().step).toBe(step);
  });

  it('is not known where a line of events.jsonl is damaged, which is named', () => {
    writeHandmadeRecord(at('one'), {});
    put('one', 'events.jsonl', `${lines({ type: 'step', step: 7 })}{ "type": "step" }\n`);
    expect(listRuns(folder)).toMatchObject([
      {
        state: 'damaged',
        error: {
          message: `${at('one', 'events.jsonl')}:2: damaged: the event must have required property 'time'`,
        },
      },
    ]);
  });

  it('is known where an earlier line is damaged', () => {
    writeHandmadeRecord(at('one'), {});
    put('one', 'events.jsonl', `garbage\n${lines({ type: 'step', step: 7 })}`);
    expect(only().step).toBe(7);
  });

  it('is that of the newest checkpoint where no event is later', () => {
    writeHandmadeRecord(at('one'), {});
    put('one', 'events.jsonl', lines({ type: 'step', step: 400 }));
    for (const name of ['step-000250', 'step-000500+1', 'step-000900.aside']) {
      mkdirSync(at('one', 'checkpoints', name), { recursive: true });
    }
    expect(only()).toMatchObject({ step: 500, lastEvent: time });
  });
});

describe('the state of a listed run', () => {
  it('is running while a living process holds its lock, and killed without one', () => {
    writeHandmadeRecord(at('one'), { status: 'running', ended: null });
    const lock = lockRun(at('one'));
    expect(only().state).toBe('running');
    lock.release();
    expect(only().state).toBe('killed');
    const dead = { pid: process.pid, host: hostname(), start: 'another boot 17', since: time };
    put('one', 'lock.json', JSON.stringify(dead));
    expect(only().state).toBe('killed');
  });

  it('is that of its record once it is over', () => {
    writeHandmadeRecord(at('one'), { status: 'diverged' });
    expect(only().state).toBe('diverged');
  });

  it('is damaged, with the error, where a file cannot be read', () => {
    writeHandmadeRecord(at('whole'), {});
    for (const name of ['a', 'b', 'c', 'd']) mkdirSync(at(name));
    put('a', 'run.json', '{');
    execFileSync('mkfifo', [at('b', 'run.json')]);
    writeHandmadeRecord(at('c'), {});
    execFileSync('mkfifo', [at('c', 'events.jsonl')]);
    writeHandmadeRecord(at('d'), {});
    put('d', 'checkpoints', '');
    const messages = listRuns(folder).map((run) =>
      run.state === 'damaged' ? `${run.error.code}: ${run.error.message}` : run.path,
    );
    expect(messages.map((message) => message.replaceAll(`${folder}/`, ''))).toEqual([
      'GAN610: a/run.json:1:2: damaged: expected "}" at the end of the object, found the end of the text',
      'GAN610: b/run.json: damaged: a pipe, not a file',
      'GAN610: c/events.jsonl: damaged: a pipe, not a file',
      'GAN610: d/checkpoints: damaged: it is a file, not a folder',
      at('whole').replace(`${folder}/`, ''),
    ]);
  });
});
