import { describe, expect, it } from 'vitest';
import type { Resumption } from '../../src/runs/record.js';
import { trainedSeconds } from '../../src/runs/trainedSeconds.js';
import { handmadeRecord } from './handmadeRun.js';

/** A moment of a day. @param seconds After midnight. */
const at = (seconds: number): string =>
  new Date(Date.UTC(2026, 0, 31, 0, 0, seconds)).toISOString();
const resumption = (time: number, saved?: number): Resumption => ({
  time: at(time),
  step: 1,
  engine: 'onnx',
  changes: [],
  ...(saved !== undefined && { saved: at(saved) }),
});

describe('the time that a run has trained', () => {
  it.each<[string, readonly Resumption[], number, number]>([
    ['without a resumption, all of it', [], 20, 20],
    ['without the time between a checkpoint and a resumption', [resumption(100, 10)], 105, 15],
    // 0 to 10, 100 to 105, 200 to 207.
    ['of three parts', [resumption(100, 10), resumption(200, 105)], 207, 22],
    // 0 to 10, 200 to 207: what was trained in between is no part of the run.
    ['of two from one checkpoint', [resumption(100, 10), resumption(200, 10)], 207, 17],
    ['where the time of the checkpoint is not known, all of it', [resumption(100)], 105, 105],
    ['where it ended before it went on', [resumption(100, 10)], 12, 12],
    ['with a clock that went backwards', [], -5, 0],
  ])('is, %s', (_, resumed, end, seconds) => {
    expect(trainedSeconds(handmadeRecord({ started: at(0), resumed }), at(end))).toBe(seconds);
  });
});
