import { expect, it } from 'vitest';
import { eventsOf, recordingFolder } from '../scriptedRun.js';

it('warns once that the engine has fallen back, before the first event of the iterations after it', async () => {
  const events = await eventsOf({ fallsBackAt: 3 });
  const told = events.map((event) => (event.type === 'step' ? `step ${event.step}` : event.type));
  expect(told.filter((word) => /^step|warning/.test(word))).toEqual([
    'step 1',
    'warning',
    'step 3',
    'step 6',
  ]);
  expect(events.find(({ type }) => type === 'warning')).toMatchObject({
    code: 'GAN526',
    message: 'slower now',
    hint: 'Mend it.',
  });
});

it('records it in the folder of the run', async () => {
  const folder = recordingFolder();
  await eventsOf({ fallsBackAt: 3, folder });
  const recorded = folder.calls.filter((call) => call.startsWith('fall-back'));
  expect(recorded).toEqual(['fall-back in 3: slower now']);
});
