import { expect, it } from 'vitest';
import { builtIns } from '../../src/generated/entries.js';
import { Registry } from '../../src/entries/registry.js';
import { firstConfig, hostConfig, scheduleOf } from '../../src/language/schedule.js';
import { entryLike } from '../entries/entryLike.js';

const registry = new Registry(builtIns);
const clock = { batchSize: 4, count: 10 };
const halving = { type: 'linear', from: 1, to: 0, steps: 10 } as const;

it('gives a plain number at every step', () => {
  expect([0, 1, 1e6].map(scheduleOf(0.5, registry, clock))).toEqual([0.5, 0.5, 0.5]);
});

it('evaluates a schedule at each step', () => {
  // By hand: a line from 1 to 0 over 10 steps, and 0 from there on.
  expect([0, 5, 10, 20].map(scheduleOf(halving, registry, clock))).toEqual([1, 0.5, 0, 0]);
});

it('measures a schedule in steps, epochs or images', () => {
  const at = (unit: 'steps' | 'epochs' | 'images', steps: readonly number[]) =>
    steps.map(scheduleOf({ ...halving, unit }, registry, clock));
  expect(at('steps', [0, 5, 10])).toEqual([1, 0.5, 0]);
  // By hand: 10 epochs of 10 images are 100 images, or 25 steps of 4; 10 images are over in step 3.
  expect(at('epochs', [0, 5, 20, 25, 30])).toEqual([1, 0.8, expect.closeTo(0.2, 12), 0, 0]);
  expect(at('images', [0, 1, 2, 3])).toEqual([1, 0.6, expect.closeTo(0.2, 12), 0]);
});

it('says whose mistake it is when validation let an unknown schedule pass', () => {
  expect(() => scheduleOf(halving, new Registry([]), clock)).toThrow(
    'no schedule is called linear, though validation passed',
  );
});

it('replaces schedules by their value where the fragment says schedulable, and nothing else', () => {
  const { schema } = entryLike('loss', 'acme/one', {
    margin: { type: 'number', schedulable: true, default: 1, description: 'Margin.' },
    limit: { type: ['number', 'null'], schedulable: true, default: null, description: 'Limit.' },
    shape: { type: 'object', default: {}, description: 'Not a number.' },
  });
  const config = { type: 'acme/one', margin: halving, limit: null, shape: halving };
  expect(hostConfig(schema, config, registry, clock, 5)).toEqual({ ...config, margin: 0.5 });
  expect(firstConfig(schema, config, registry)).toEqual({ ...config, margin: 1 });
  expect(config.margin).toBe(halving);
});
