import { expect, it } from 'vitest';
import { presentEngine } from '../../src/runs/record.js';
import { handmadeRecord } from './handmadeRun.js';

it('names the engine of the start, then that of the last resumption', () => {
  const time = '2026-01-02T03:04:05.000Z';
  const resumption = (engine: string) => ({ time, step: 1, engine, changes: [] });
  const record = handmadeRecord({ engine: 'onnx' });
  expect(presentEngine(record)).toBe('onnx');
  const resumed = [resumption('tensorflow'), resumption('tfjs')];
  expect(presentEngine({ ...record, resumed })).toBe('tfjs');
});
