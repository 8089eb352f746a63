import { describe, expect, it } from 'vitest';
import { network, resolveText, ringSpec } from './resolveText.js';

const linear = (from: number, to: number, steps = 1000): unknown => ({
  type: 'linear',
  from,
  to,
  steps,
});

const points = (...pairs: readonly (readonly [step: number, value: number])[]): unknown =>
  pairs.map(([step, value]) => ({ step, value }));

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
    // Half way, at step 100, it is 0.
    expect(text).toBe(
      `spec.json:5:1 error GAN208: this schedule gives -0.001 at step 101, but the number must be at least 0
    5 | { "type": "linear", "from": 0.1, "to": -0.1, "steps": 200 } } }
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: change it so that it stays at least 0 for all 201 steps
`,
    );
  });

  it.each([
    [
      'between two points',
      { type: 'piecewise', points: points([0, 0.001], [5, -1], [8, 0.001]) },
      'gives -1 at step 5,',
    ],
    [
      'at a corner of straight lines',
      {
        type: 'piecewise',
        points: points([0, 0], [333, -1], [600, 0]),
        interpolation: 'linear',
      },
      'gives -0.003003 at step 1,',
    ],
    // The cycle is as long as a hundredth of the training.
    [
      'in the middle of each cycle',
      { type: 'cyclic', from: 0, to: -1, steps: 5 },
      'gives -0.2 at step 1,',
    ],
  ])('finds a schedule that leaves them %s', (_place, instanceNoise, message) => {
    const training = { steps: 1000, instanceNoise };
    expect(resolveText(ringSpec({ training })).text).toContain(message);
  });

  it.each([
    [
      'a point',
      { type: 'piecewise', points: points([0, 0.1], [777777, -1], [777778, 0.1]) },
      '-1 at step 777,777',
    ],
    [
      'the step before a point',
      {
        type: 'piecewise',
        points: points([777777, 0.1], [777779, -1], [777779, 0.1]),
        interpolation: 'linear',
      },
      '-0.45 at step 777,778',
    ],
    ['the turn of a cycle', { type: 'cyclic', from: 0.1, to: -1e-9, steps: 777777 }, '777,777'],
    [
      // 100 epochs of 64 images in batches of 32 are 200 steps.
      'a point in epochs',
      {
        type: 'piecewise',
        points: points([0, 0.1], [100, -1], [101, 0.1]),
        unit: 'epochs',
      },
      '-1 at step 200',
    ],
    [
      'a point of a schedule in another',
      {
        type: 'warmUp',
        steps: 3,
        unit: 'epochs',
        to: { type: 'piecewise', points: points([0, 0.1], [555555, -1], [555556, 0.1]) },
      },
      '-1 at step 555,555',
    ],
    ['its end', { type: 'linear', from: 0.1, to: -1e-9, steps: 9999999 }, '9,999,999'],
  ])('looks at %s of a training of millions of steps', (_place, instanceNoise, message) => {
    const data = { type: 'ring', count: 64 };
    const training = { batchSize: 32, steps: 1e7, instanceNoise };
    expect(resolveText(ringSpec({ data, training })).text).toContain(message);
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
