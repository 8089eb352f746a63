import { expect, it } from 'vitest';
import { eventsOf, recordingFolder } from '../scriptedRun.js';

it('a run stops at the first metric that is not finite, naming the step and all such metrics', async () => {
  const folder = recordingFolder();
  const metrics = { realScore: NaN, fakeScore: Infinity, r1: 1 };
  const metricsAt = (step: number) => (step === 2 ? metrics : { realScore: 1 });
  await expect(eventsOf({ metricsAt, folder })).rejects.toMatchObject({
    code: 'GAN501',
    exitCode: 5,
    message: 'training diverged at step 2: realScore = NaN, fakeScore = Infinity',
    hint: 'Lower the learning rates, or add a penalty (r1, gradientPenalty) or training.gradientClip; the samples and the log up to here are kept.',
  });
  expect(folder.calls).toEqual(['diverged']);
});
