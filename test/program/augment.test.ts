import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';
import type { AugmentStep } from '../../src/language/normalSpec.js';
import { change, distributionsOf, imageGan, only, type Numbers } from './augmentedImages.js';
import { prepareTiny, read, rounded } from './tinyGan.js';

/** 1 … 16 in rows of four. */
const count = Array.from({ length: 16 }, (_, at) => at + 1);
const turnedOnce = [4, 8, 12, 16, 3, 7, 11, 15, 2, 6, 10, 14, 1, 5, 9, 13];
const upsideDown = [...count].reverse();
const turnedThrice = [...turnedOnce].reverse();
const mirrored = [4, 3, 2, 1, 8, 7, 6, 5, 12, 11, 10, 9, 16, 15, 14, 13];

describe('a change of images', () => {
  it('flip mirrors where its number is below ½', () => {
    const { images } = change(only('flip'), [2, 4, 4, 1], [...count, ...count], {
      'flip/side': [0.49, 0.5],
    });
    expect(images).toEqual([...mirrored, ...count]);
  });

  it('rotate90 turns by 0 to 3 right angles', () => {
    const { images } = change(
      only('rotate90'),
      [4, 4, 4, 1],
      [...count, ...count, ...count, ...count],
      { 'rotate90/turns': [0.9, 1.1, 2.5, 3.99] },
    );
    expect(images).toEqual([...count, ...turnedOnce, ...upsideDown, ...turnedThrice]);
  });

  it('translation moves by an eighth at most, rounded, and lets zeros in', () => {
    // 4 / 8 rounds to one pixel: numbers below 1 mean −1, from 2 on +1.
    const { images } = change(only('translation'), [2, 4, 4, 1], [...count, ...count], {
      'translation/rows': [0.5, 2.9],
      'translation/columns': [1.5, 2],
    });
    const down = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const upAndLeft = [6, 7, 8, 0, 10, 11, 12, 0, 14, 15, 16, 0, 0, 0, 0, 0];
    expect(images).toEqual([...down, ...upAndLeft]);
  });

  it('translation and cutout go as far as their strengths', () => {
    const farther = { ...only('translation'), strengths: { translation: 4 } };
    const { images, inputs } = change(farther, [1, 4, 4, 1], count, {
      'translation/rows': [4.5],
      'translation/columns': [2],
    });
    expect(images).toEqual([...count.slice(8), ...new Array<number>(8).fill(0)]);
    expect(inputs.map(({ source }) => source)).toMatchObject([
      { distribution: { kind: 'uniform', low: 0, high: 5 } },
      { distribution: { kind: 'uniform', low: 0, high: 5 } },
    ]);
    const halved = { ...only('cutout'), strengths: { cutout: 0.5 } };
    const numbers = { 'cutout/row': [1], 'cutout/column': [3] };
    const cut = change(halved, [1, 4, 4, 1], count, numbers).images;
    expect(cut.filter((value) => value === 0)).toHaveLength(1);
    expect(cut[7]).toBe(0);
  });

  it('all other ranges are multiplied by the strength, around their middle', () => {
    const policy = only('brightness', 'saturation', 'contrast', 'rotation', 'scale', 'hue');
    const strengths = Object.fromEntries((policy.policy ?? []).map((name) => [name, 0.5]));
    expect(distributionsOf({ ...policy, strengths }, [4, 4, 3])).toEqual({
      'brightness/shift': { kind: 'uniform', low: -0.25, high: 0.25 },
      'saturation/factor': { kind: 'uniform', low: 0.5, high: 1.5 },
      'contrast/factor': { kind: 'uniform', low: 0.75, high: 1.25 },
      'rotation/angle': { kind: 'uniform', low: -Math.PI / 2, high: Math.PI / 2 },
      'scale/exponent': { kind: 'normal', mean: 0, stddev: 0.1 },
      'hue/angle': { kind: 'uniform', low: -Math.PI / 2, high: Math.PI / 2 },
    });
  });

  it('brightness adds one number to an image', () => {
    const { images } = change(only('brightness'), [2, 1, 2, 1], [0.25, -1, 0.5, 0], {
      'brightness/shift': [0.25, -0.5],
    });
    expect(images).toEqual([0.5, -0.75, 0, -0.5]);
  });

  it('saturation scales distances from the mean over the channels', () => {
    // Pixels (0, 3, 0) and (1, 1, 1): means 1 and 1.
    const pixels = [0, 3, 0, 1, 1, 1];
    const { images } = change(only('saturation'), [2, 1, 2, 3], [...pixels, ...pixels], {
      'saturation/factor': [0.5, 2],
    });
    expect(images).toEqual([0.5, 2, 0.5, 1, 1, 1, -1, 5, -1, 1, 1, 1]);
  });

  it('contrast scales distances from the mean over the image', () => {
    // The mean of (0, 3, 0) and (1, 1, 1) is 1.
    const pixels = [0, 3, 0, 1, 1, 1];
    const { images } = change(only('contrast'), [2, 1, 2, 3], [...pixels, ...pixels], {
      'contrast/factor': [0.5, 1.5],
    });
    expect(images).toEqual([0.5, 2, 0.5, 1, 1, 1, -0.5, 4, -0.5, 1, 1, 1]);
  });

  it('cutout blanks half of each side around a random middle, less at the edges', () => {
    const { images } = change(only('cutout'), [2, 4, 4, 1], [...count, ...count], {
      'cutout/row': [2.9, 0.5],
      'cutout/column': [1, 4.5],
    });
    // Middle (2, 1): rows 1 and 2, columns 0 and 1. Middle (0, 4): row 0, column 3.
    const inner = [1, 2, 3, 4, 0, 0, 7, 8, 0, 0, 11, 12, 13, 14, 15, 16];
    const corner = [1, 2, 3, 0, ...count.slice(4)];
    expect(images).toEqual([...inner, ...corner]);
  });

  it('cutout takes three of five pixels', () => {
    const five = new Array<number>(50).fill(1);
    const { images } = change(only('cutout'), [2, 5, 5, 1], five, {
      'cutout/row': [2, 0],
      'cutout/column': [2, 4],
    });
    const blank = (rows: Numbers, columns: Numbers): Numbers =>
      Array.from({ length: 25 }, (_, at) =>
        rows.includes(Math.floor(at / 5)) && columns.includes(at % 5) ? 0 : 1,
      );
    expect(images).toEqual([...blank([1, 2, 3], [1, 2, 3]), ...blank([0, 1], [3, 4])]);
  });

  // DiffAugment_pytorch.py of mit-han-lab/data-efficient-gans: rand − 0.5, 2 · rand, rand + 0.5; shifts of
  // −int(size / 8 + 0.5) … int(size / 8 + 0.5); middles 0 … size − 1, and size too where int(size / 2 + 0.5) is even.
  it.each<[AugmentStep, Numbers, Readonly<Record<string, readonly [number, number]>>]>([
    ['flip', [4, 4, 1], { side: [0, 1] }],
    ['rotate90', [4, 4, 1], { turns: [0, 4] }],
    ['translation', [16, 12, 1], { rows: [0, 5], columns: [0, 5] }],
    ['translation', [3, 20, 1], { rows: [0, 1], columns: [0, 7] }],
    ['brightness', [4, 4, 1], { shift: [-0.5, 0.5] }],
    ['saturation', [4, 4, 1], { factor: [0, 2] }],
    ['contrast', [4, 4, 1], { factor: [0.5, 1.5] }],
    ['cutout', [4, 6, 1], { row: [0, 5], column: [0, 6] }],
  ])('%s of %j draws from the ranges of DiffAugment', (step, shape, ranges) => {
    const expected = Object.entries(ranges).map(([name, [low, high]]) => {
      return [`${step}/${name}`, { kind: 'uniform', low, high }];
    });
    expect(distributionsOf(only(step), shape)).toEqual(Object.fromEntries(expected));
  });

  it('follow one another in the order of the policy', () => {
    const draws = { 'brightness/shift': [1, 1], 'cutout/row': [0, 0], 'cutout/column': [0, 0] };
    const zeros = new Array<number>(8).fill(0);
    const cutFirst = change(only('cutout', 'brightness'), [2, 2, 2, 1], zeros, draws);
    expect(cutFirst.images).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    const cutLast = change(only('brightness', 'cutout'), [2, 2, 2, 1], zeros, draws);
    expect(cutLast.images).toEqual([0, 1, 1, 1, 0, 1, 1, 1]);
  });

  it('color is brightness, saturation and contrast', () => {
    const draws = {
      'brightness/shift': [0.5, 0],
      'saturation/factor': [1, 0],
      'contrast/factor': [2, 1],
    };
    const { images, inputs } = change(only('color'), [2, 1, 1, 2], [0, 1, 0, 1], draws);
    // 0.5 and 1.5 twice as far from 1; 0 and 1 both to ½.
    expect(images).toEqual([0, 2, 0.5, 0.5]);
    expect(inputs.map(({ name }) => name)).toEqual([
      'augment/brightness/shift',
      'augment/saturation/factor',
      'augment/contrast/factor',
    ]);
  });

  it('lets gradients through', () => {
    // ½ Σ y² has the gradient y by the moved image: moved back by the same step.
    const { gradient } = change(only('translation'), [2, 4, 4, 1], [...count, ...count], {
      'translation/rows': [0, 1],
      'translation/columns': [1, 1],
    });
    expect(gradient).toEqual([...count.slice(0, 12), 0, 0, 0, 0, ...count]);
    const scaled = change(only('saturation'), [2, 1, 1, 2], [-1, 1, -1, 1], {
      'saturation/factor': [0.5, 2],
    });
    // The factor squared, the mean being 0.
    expect(scaled.gradient).toEqual([-0.25, 0.25, -4, 4]);
  });

  it('happens to an image where its number is below the probability', () => {
    const augment = { ...only('flip', 'brightness'), probability: 0.5 };
    const { images, inputs } = change(augment, [2, 1, 2, 1], [1, 2, 3, 4], {
      'flip/side': [0, 0],
      'flip/chance': [0.49, 0.5],
      'brightness/shift': [0.25, 0.25],
      'brightness/chance': [0.7, 0.1],
    });
    expect(images).toEqual([2, 1, 3.25, 4.25]);
    expect(inputs.map(({ name }) => name)).toContain('augment/flip/chance');
  });
});

describe('augmentation in training', () => {
  const shape = [1, 2, 1];
  const ones = {
    'discriminator/dense_0/kernel': [1, 1],
    'generator/dense_0/kernel': [0, 0],
    'generator/dense_0/bias': [1, 2],
  };
  const changes = imageGan(only('contrast'), shape);

  it('changes real and generated samples apart', async () => {
    const session = await prepareTiny(imageGan(only('brightness'), shape), ones);
    const metrics = await session.run('discriminator', {
      real: [1, 1, 0, 0],
      latent: [0, 0],
      'augment/brightness/shift': [0.5, 0.25, -0.5, 0],
    });
    // Two pixels each: mean of (2 + 1) and (0 + 0.5); mean of (3 − 1) and 3.
    expect(metrics).toMatchObject({ realScore: 1.75, fakeScore: 2.5 });
    await session.dispose();
  });

  it("changes what the generator is judged by, and passes the discriminator's gradient on", async () => {
    const state = { ...ones, 'discriminator/dense_0/kernel': [1, 0] };
    const session = await prepareTiny(changes, state);
    const { generatorLoss } = await session.run('generator', {
      latent: [0, 0],
      'augment/contrast/factor': [0.5, 1.5],
    });
    // The first pixel lies 0.5 below the mean 1.5: 1.25 and 0.75.
    expect(generatorLoss).toBe(-1);
    // Its gradient is (1 + f) / 2 by itself and (1 − f) / 2 by the other, on average 1 and 0.
    expect(rounded(await read(session, 'generator/dense_0/bias'))).toEqual([2, 2]);
    await session.dispose();
  });

  it('acts in the steps and the passes of penalties, and not in inference mode', () => {
    const { inputs } = createCompiler().compile({
      latent: { dim: 1 },
      ...imageGan(only('brightness'), shape),
      penalties: ['r1'],
    }).program;
    const shifts = inputs.filter(({ name }) => name.endsWith('brightness/shift'));
    // The gradient that r1 looks at is the same at every brightness of a linear discriminator.
    expect(shifts.map(({ graph, name, shape: own }) => `${graph} ${name} ${own.join()}`)).toEqual([
      'discriminator augment/brightness/shift 4,1',
      'generator augment/brightness/shift 2,1',
    ]);
  });

  it('gives a penalty changes of its own', () => {
    const { inputs } = createCompiler().compile({
      latent: { dim: 1 },
      ...imageGan(only('contrast'), shape),
      penalties: ['r1'],
    }).program;
    const factors = inputs.filter(({ name }) => name.endsWith('contrast/factor'));
    expect(factors.map(({ graph, name, shape: own }) => `${graph} ${name} ${own.join()}`)).toEqual([
      'discriminator augment/contrast/factor 4,1',
      'discriminator r1/augment/contrast/factor 2,1',
      'generator augment/contrast/factor 2,1',
    ]);
  });

  it('has a probability that a schedule may drive', async () => {
    const probability = { type: 'linear', from: 0, to: 1, steps: 4 } as const;
    const scheduled = imageGan({ ...only('brightness'), probability }, shape);
    const session = await prepareTiny(scheduled, ones);
    const feeds = {
      latent: [0, 0],
      'augment/brightness/shift': [0.5, 0.5],
      'augment/brightness/chance': [0.25, 0.75],
      'optimizer/generator/velocityRate': [0],
    };
    expect(await session.run('generator', feeds)).toMatchObject({ generatorLoss: -3 });
    const later = { ...feeds, 'training/augment/probability': [0.5] };
    expect(await session.run('generator', later)).toMatchObject({ generatorLoss: -3.5 });
    await session.dispose();
  });
});
