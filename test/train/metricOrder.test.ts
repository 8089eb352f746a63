import { describe, expect, it } from 'vitest';
import type { GanSpec, Metrics } from '../../src/index.js';
import { inOrder, metricNames } from '../../src/train/metricOrder.js';
import { compileTiny, prepareTiny } from '../program/tinyGan.js';

const changes: Partial<GanSpec> = {
  penalties: [
    { type: 'r1', every: 2 },
    { type: 'weightDecay', network: 'generator', every: 3 },
    'lecam',
  ],
  training: { discriminatorSteps: 3 },
};
const names = [
  'r1',
  'lecam',
  'realScore',
  'fakeScore',
  'discriminatorLoss',
  'weightDecay',
  'generatorLoss',
];

describe('the order of metrics', () => {
  it('is that of the steps, with every lazy penalty in its place', () => {
    expect(metricNames(compileTiny(changes).program)).toEqual(names);
  });

  it('is the same in every iteration, whichever penalties have acted in which of its runs', async () => {
    const session = await prepareTiny(changes);
    const orders: (readonly string[])[] = [];
    for (let iteration = 0; iteration < 4; iteration += 1) {
      orders.push(Object.keys(await session.iterate()));
    }
    const isLate = (name: string): boolean => name === 'weightDecay';
    expect(orders).toEqual([names, names.filter((name) => !isLate(name)), orders[1], names]);
    await session.dispose();
  });

  it('leaves out metrics that were not given', () => {
    const metrics: Metrics = { generatorLoss: 2, r1: 1 };
    expect(Object.entries(inOrder(metrics, names))).toEqual([
      ['r1', 1],
      ['generatorLoss', 2],
    ]);
  });
});
