import { describe, expect, it } from 'vitest';
import { network, resolveText, ringSpec } from './resolveText.js';

describe('checkLimits', () => {
  it('refuses layers of a trillion units, with numbers beyond 2^53 as such', () => {
    const { text } = resolveText(`{ "data": "ring",
"generator": { "layers": [
{ "type": "dense", "units": 1000000000000 },
{ "type": "dense", "units": 1000000000000 },
{ "type": "dense", "units": 2 }] },
"discriminator": { "layers": [{ "type": "dense", "units": 1 }] } }`);
    expect(text).toBe(
      `spec.json:4:1 error GAN701: the networks would have about 1.0e+24 parameters, more than the limit of 100,000,000; about 1.0e+24 of them are in this dense layer
    4 | { "type": "dense", "units": 1000000000000 },
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: make it smaller; if it is meant and this machine has the memory, pass --allow-large
spec.json:3:1 error GAN702: one step would hold 465.7 TiB of layer outputs (batch of 64 × 7.3 TiB), more than the limit of 2.0 GiB
    3 | { "type": "dense", "units": 1000000000000 },
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: make this layer smaller; if it is meant and this machine has the memory, pass --allow-large
`,
    );
  });

  it('refuses a layer beyond the limit also where the next one does not fit it', () => {
    const { codes } = resolveText(
      ringSpec({
        generator: network(
          { type: 'dense', units: 1e12 },
          { type: 'reshape', shape: [7, 7] },
          'flatten',
          { type: 'dense', units: 2 },
        ),
      }),
    );
    expect(codes).toContain('GAN701');
  });

  it('blames the batch where a smaller one fits', () => {
    const { text } = resolveText(`{ "data": "ring",
"generator": { "layers": [{ "type": "dense", "units": 2 }] },
"discriminator": { "layers": [{ "type": "dense", "units": 1 }] },
"training": { "batchSize": 1000000000 } }`);
    // By hand: 2 numbers of the generator and twice 1 of the discriminator, 4 bytes each.
    expect(text).toContain(
      `spec.json:4:28 error GAN702: one step would hold 14.9 GiB of layer outputs (batch of 1,000,000,000 × 16 B), more than the limit of 2.0 GiB\n`,
    );
    expect(text).toContain('hint: a batch of up to 134,217,728 fits;');
  });

  it('refuses steps that would take years', () => {
    const { text } = resolveText(ringSpec({ training: { steps: 10_000_001 } }));
    expect(text).toContain('GAN703: 10,000,001 steps are more than the limit of 10,000,000\n');
  });

  it('counts the runs of all steps', () => {
    const training = { steps: 1_000_000, discriminatorSteps: 99, gradientAccumulation: 20 };
    // By hand: (99 + 1) · 20 runs in a step.
    expect(resolveText(ringSpec({ training })).text).toContain(
      'GAN703: 1,000,000 steps of 2,000 runs each are more than the limit of 1,000,000,000 runs\n',
    );
    const half = { ...training, steps: 500_000 };
    expect(resolveText(ringSpec({ training: half })).codes).not.toContain('GAN703');
  });

  it('lets large plans pass where that was asked for, but none that cannot be counted', () => {
    const large = ringSpec({ training: { steps: 1e12 } });
    expect(resolveText(large, { allowLarge: true }).text).toBe('');
    const uncountable = ringSpec({ generator: network({ type: 'dense', units: 1e300 }) });
    expect(resolveText(uncountable, { allowLarge: true }).codes).toContain('GAN701');
  });
});
