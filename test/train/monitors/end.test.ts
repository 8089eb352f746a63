import { expect, it } from 'vitest';
import { eventsOf, recordingFolder } from '../scriptedRun.js';

it('the end of a run reports the last means and keeps the state before the event', async () => {
  const folder = recordingFolder();
  const events = await eventsOf({ folder });
  expect(events.at(-1)).toMatchObject({
    type: 'end',
    run: '/runs/one',
    steps: 6,
    metrics: { realScore: 1 },
    status: 'completed',
  });
  expect(folder.calls).toEqual(['completed with 0 tensors']);
  expect(folder.events.slice(1)).toEqual(events);
});
