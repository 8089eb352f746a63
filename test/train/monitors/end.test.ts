import { expect, it } from 'vitest';
import { eventsOf, recordingFolder } from '../scriptedRun.js';

it('the end of a run keeps a checkpoint, reports the last means and records the outcome', async () => {
  const folder = recordingFolder();
  const events = await eventsOf({ folder });
  expect(events.at(-1)).toMatchObject({
    type: 'end',
    run: '/runs/one',
    steps: 6,
    metrics: { realScore: 1 },
    status: 'completed',
  });
  expect(folder.calls).toEqual(['checkpoint 4', 'checkpoint 6', 'completed']);
  expect(folder.events.slice(1)).toEqual(events);
});
