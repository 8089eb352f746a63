import { appendFileSync, mkdtempSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { EventLog } from '../../src/runs/eventLog.js';
import type { TrainEvent } from '../../src/runs/events.js';

let path = '';
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'ganspec-events-')), 'events.jsonl');
});

const event = (step: number): TrainEvent => ({
  time: '2026-01-31T23:59:59.123Z',
  type: 'checkpoint',
  step,
  file: 'a',
});
const lineOf = (step: number): string => `${JSON.stringify(event(step))}\n`;
const text = (): string => readFileSync(path, 'utf8');

describe('the log of events', () => {
  it('appends a line for each event, and tells its length', () => {
    const log = new EventLog(path, 0);
    log.append(event(1));
    log.append(event(2));
    expect(text()).toBe(lineOf(1) + lineOf(2));
    expect(log.flush()).toBe(text().length);
  });

  it('goes on after the given length, and cuts off what lies behind it', () => {
    appendFileSync(path, `${lineOf(1)}${lineOf(2)}{"type":`);
    const log = new EventLog(path, lineOf(1).length);
    expect(text()).toBe(lineOf(1));
    log.append(event(3));
    expect(text()).toBe(lineOf(1) + lineOf(3));
  });

  it('keeps events that cannot be written for the next time, and reports the first', () => {
    const log = new EventLog(path, 0);
    log.append(event(1));
    rmSync(path);
    mkdirSync(path);
    expect(log.append(event(2))).toMatchObject({ code: 'GAN511', exitCode: 2 });
    expect(log.append(event(3))).toBeUndefined();
    rmdirSync(path);
    appendFileSync(path, lineOf(1));
    expect(log.append(event(4))).toBeUndefined();
    expect(text()).toBe([1, 2, 3, 4].map(lineOf).join(''));
  });

  it('overwrites half a line that another has left behind', () => {
    const log = new EventLog(path, 0);
    log.append(event(1));
    appendFileSync(path, '{"type"');
    log.append(event(2));
    expect(text()).toBe(lineOf(1) + lineOf(2));
  });
});
