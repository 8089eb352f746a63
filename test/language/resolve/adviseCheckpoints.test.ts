import { describe, expect, it } from 'vitest';
import { resolveText, ringSpec } from './resolveText.js';

const every = (minutes: number): string =>
  resolveText(ringSpec({ monitor: { checkpoint: { minutes } } })).text;

describe('adviseCheckpoints', () => {
  it('warns of times in which a run does little else', () => {
    expect(every(1e-9)).toContain(
      'warning GAN319: a checkpoint every 6e-8 seconds is one after nearly every iteration, which takes longer than training\n',
    );
    expect(every(1e-9)).toContain('hint: use at least 0.02 minutes, or 0 for none by time\n');
  });

  it.each([0, 0.02, 10])('has nothing against %d minutes', (minutes) => {
    expect(every(minutes)).toBe('');
  });
});
