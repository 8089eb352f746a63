import { describe, expect, it } from 'vitest';
import { network, resolveText, ringSpec } from './resolveText.js';

const linear = (from: number, to: number, steps = 1000): unknown => ({
  type: 'linear',
  from,
  to,
  steps,
});

describe('checkSchedules', () => {
  it('accepts schedules within their bounds', () => {
    const { text } = resolveText(
      ringSpec({
        optimizers: { generator: { type: 'adam', learningRate: linear(1e-3, 1e-4) } },
        training: { instanceNoise: linear(0.1, 0) },
      }),
    );
    expect(text).toBe('');
  });

  it('accepts a warm-up of a learning rate from 0', () => {
    const warmUp = { type: 'warmUp', to: linear(1e-3, 0), steps: 100 };
    const optimizers = { generator: { type: 'adam', learningRate: warmUp } };
    expect(resolveText(ringSpec({ optimizers })).text).toBe('');
  });

  it('measures schedules in epochs of the data set and in batches of images', () => {
    // 5 epochs of 100 images are 50 steps of 10: the last step, 40 of 41, is at 0.1 - 0.12·0.8 > 0.
    const spec = (steps: number, unit: string, gradientAccumulation = 1) =>
      ringSpec({
        data: { type: 'ring', count: 100 },
        training: {
          batchSize: 10,
          gradientAccumulation,
          steps,
          instanceNoise: { type: 'linear', from: 0.1, to: -0.02, steps: 5, unit },
        },
      });
    expect(resolveText(spec(41, 'epochs')).codes).toEqual([]);
    expect(resolveText(spec(43, 'epochs')).codes).toEqual(['GAN208']);
    // Five batches to a step: 5 epochs are 10 steps.
    expect(resolveText(spec(9, 'epochs', 5)).codes).toEqual([]);
    expect(resolveText(spec(10, 'epochs', 5)).codes).toEqual(['GAN208']);
    expect(resolveText(spec(1, 'images')).codes).toEqual([]);
    expect(resolveText(spec(2, 'images')).codes).toEqual(['GAN208']);
  });

  it('refuses one that leaves them at some step, where it stands', () => {
    const { text } = resolveText(`{ "data": "ring",
"generator": { "layers": [{ "type": "dense", "units": 2 }] },
"discriminator": { "layers": [{ "type": "dense", "units": 1 }] },
"training": { "steps": 201, "instanceNoise":
{ "type": "linear", "from": 0.1, "to": -0.1, "steps": 200 } } }`);
    // Half way, at step 100, it is 0; the 101 points that are looked at lie 2 steps apart.
    expect(text).toBe(
      `spec.json:5:1 error GAN208: this schedule gives -0.002 at step 102, but the number must be at least 0
    5 | { "type": "linear", "from": 0.1, "to": -0.1, "steps": 200 } } }
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: change it so that it stays at least 0 for all 201 steps
`,
    );
  });

  it.each([
    [
      '/optimizers/discriminator',
      { optimizers: { discriminator: { type: 'adam', beta1: linear(0, 1, 10) } } },
    ],
    ['/training/ema', { training: { ema: { decay: linear(0.9, 1, 10) } } }],
    ['/training/gradientClip', { training: { gradientClip: { limit: linear(1, 0, 10) } } }],
    ['/penalties', { penalties: [{ type: 'r1', weight: linear(1, -1) }] }],
    [
      '/discriminator/layers',
      {
        discriminator: network(
          { type: 'dropout', rate: linear(0, 1, 10) },
          { type: 'dense', units: 1 },
        ),
      },
    ],
  ])('reaches schedules in %s', (_place, changes) => {
    expect(resolveText(ringSpec(changes)).codes).toEqual(['GAN208']);
  });
});
