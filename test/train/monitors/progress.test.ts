import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventsOf } from '../scriptedRun.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  [600, ['step 1', 'step 3', 'progress 5', 'step 6']],
  [300, ['step 1', 'step 3', 'step 6']],
  [1500, ['step 1', 'progress 2', 'step 3', 'progress 4', 'progress 5', 'step 6']],
])(
  'reports the iterations done a second after the last report, at %d ms each',
  async (milliseconds, expected) => {
    const events = await eventsOf({
      metricsAt: () => {
        vi.advanceTimersByTime(milliseconds);
        return { realScore: 1 };
      },
    });
    const told = events.flatMap((event) =>
      event.type === 'step' || event.type === 'progress' ? [`${event.type} ${event.step}`] : [],
    );
    expect(told).toEqual(expected);
  },
);
