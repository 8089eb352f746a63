import { expect, it } from 'vitest';
import { eventsOf } from '../scriptedRun.js';

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
