import { describe, expect, it } from 'vitest';
import { resolveText } from './resolveText.js';

const withRest = (
  rest: string,
): string => `{ "data": { "type": "noise", "shape": [2], "count": 100 },
"generator": { "layers": [{ "type": "dense", "units": 2 }, "tanh"] },
"discriminator": { "layers": [{ "type": "dense", "units": 1 }] },
${rest} }`;

describe('checkTraining', () => {
  it('refuses a batch larger than the data set', () => {
    expect(resolveText(withRest('"training": { "batchSize": 101 }')).text).toBe(
      `spec.json:4:28 error GAN206: a batch of 101 is more than the 100 samples of noise
    4 | "training": { "batchSize": 101 } }
      |                            ^^^
   note: spec.json:1:11 noise is asked for here
   hint: use at most 100
`,
    );
  });

  it('accepts a batch of the whole data set', () => {
    expect(resolveText(withRest('"training": { "batchSize": 100 }')).text).toBe('');
  });

  it('refuses an order of updates in a simultaneous update', () => {
    const { text } = resolveText(
      withRest(
        '"training": { "update": "simultaneous",\n"discriminatorSteps": 2,\n"first": "generator" }',
      ),
    );
    expect(text).toBe(
      `spec.json:5:23 error GAN207: a simultaneous update trains both networks once; it cannot train the discriminator 2 times
    5 | "discriminatorSteps": 2,
      |                       ^
   note: spec.json:4:25 a simultaneous update is asked for here
   hint: use "update": "alternating", or leave discriminatorSteps at its default
spec.json:6:10 error GAN207: in a simultaneous update no network comes first
    6 | "first": "generator" } }
      |          ^^^^^^^^^^^
   note: spec.json:4:25 a simultaneous update is asked for here
   hint: use "update": "alternating", or leave first at its default
`,
    );
  });

  it('accepts repeated batches where an update sees one', () => {
    const training = '"training": { "discriminatorSteps": 2, "realBatches": "repeated" }';
    expect(resolveText(withRest(training)).text).toBe('');
  });

  it('refuses reused latents in a simultaneous update once', () => {
    const { text } = resolveText(
      withRest('"training": { "update": "simultaneous",\n"latents": "reused" }'),
    );
    expect(text).toBe(
      `spec.json:5:12 error GAN207: in a simultaneous update both networks see the same latent vectors anyway
    5 | "latents": "reused" } }
      |            ^^^^^^^^
   note: spec.json:4:25 a simultaneous update is asked for here
   hint: use "update": "alternating", or leave latents at its default
`,
    );
  });

  it('accepts packs that divide the batch', () => {
    expect(resolveText(withRest('"training": { "batchSize": 10, "packing": 5 }')).text).toBe('');
  });
});
