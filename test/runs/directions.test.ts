/** What generators have learnt, drawn. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, type Gan, type GanSpec, type Session } from '../../src/index.js';
import { smallImages } from '../export/targets/smallImages.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-directions-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A GAN after an iteration. */
async function trained(spec: GanSpec): Promise<{ gan: Gan; session: Session }> {
  const gan = createCompiler().compile(spec);
  const session = await gan.prepare({ seed: 5 });
  await session.iterate();
  return { gan, session };
}

/** The levels of an image of 8 × 8 in a picture of named rows, whose images stand 10 pixels apart at its right edge. */
async function imageAt(file: string, row: number, column: number, columns: number) {
  const image = sharp(file).toColourspace('b-w');
  const { width } = await image.metadata();
  const left = width - 2 - (columns - column) * 10;
  return [
    ...(await image
      .extract({ left, top: 2 + 10 * row, width: 8, height: 8 })
      .raw()
      .toBuffer()),
  ];
}

const levels = (data: Float32Array): readonly number[] =>
  Array.from(data, (value) => Math.min(255, Math.max(0, 127.5 * (value + 1))));

/** Levels agree but for rounding. */
function expectLevels(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  const far = found.filter((level, at) => Math.abs(level - (expected[at] ?? NaN)) > 1);
  expect(far.length).toBe(0);
}

const generator: GanSpec['generator'] = {
  layers: [
    { type: 'dense', units: 64, activation: 'tanh' },
    { type: 'reshape', shape: [8, 8, 1] },
  ],
};

describe('directions', () => {
  it('draws samples along the directions of the latent vector, as they are in the middle', async () => {
    const { gan, session } = await trained({ ...smallImages, generator });
    const drawn = await gan.directions(session, join(folder, 'latent'), {
      count: 2,
      samples: 2,
      strength: 1.5,
      seed: 9,
    });
    expect(drawn).toMatchObject({
      file: join(folder, 'latent.png'),
      layer: 'input',
      lengths: [-1.5, -1, -0.5, 0, 0.5, 1, 1.5],
      codes: [],
    });
    const { latent = new Float32Array() } = session.drawn(2, { seed: 9 });
    const still = await session.sample(2, { seed: 9 });
    expectLevels(await imageAt(drawn.file, 0, 3, 7), levels(still.data.subarray(0, 64)));
    expectLevels(await imageAt(drawn.file, 3, 3, 7), levels(still.data.subarray(64)));
    const [, second] = drawn.directions;
    const far = latent.map((value, at) => value - 1.5 * (at < 4 ? (second?.vector[at] ?? 0) : 0));
    const moved = await session.sample(2, { seed: 9, feeds: { latent: far } });
    expectLevels(await imageAt(drawn.file, 2, 0, 7), levels(moved.data.subarray(0, 64)));
    await session.dispose();
  });

  it('moves a style, with the noise and the average of the generator as they are', async () => {
    const { gan, session } = await trained({
      ...smallImages,
      generator: {
        layers: [
          { type: 'dense', units: 3, name: 'style' },
          { type: 'learnedConstant', shape: [8, 8, 2], name: 'constant' },
          { type: 'modulatedConv2d', filters: 1, input: ['constant', 'style'] },
          'noiseInjection',
          'tanh',
        ],
      },
      training: { batchSize: 4, ema: { decay: 0.5 } },
    });
    const { file, layer, directions } = await gan.directions(session, join(folder, 'style.png'), {
      samples: 2,
    });
    expect([layer, directions.length, directions[0]?.vector.length]).toEqual(['style', 3, 3]);
    const still = await session.sample(2);
    expectLevels(await imageAt(file, 3, 3, 7), levels(still.data.subarray(64)));
    expect(await imageAt(file, 0, 0, 7)).not.toEqual(await imageAt(file, 0, 3, 7));
    await session.dispose();
  });

  it('goes through the values of each code', async () => {
    const { gan, session } = await trained({
      ...smallImages,
      data: { type: 'shapes', size: 8, channels: 1, shapes: ['circle', 'square'], count: 16 },
      generator,
      labels: { codes: { categorical: [3], continuous: 2 } },
      discriminator: {
        layers: ['flatten', { type: 'dense', units: 4 }, { type: 'dense', units: 1 }],
      },
    });
    const { file, codes } = await gan.directions(session, join(folder, 'codes.png'), {
      count: 0,
      samples: 1,
    });
    const range = ['-1', '-0.67', '-0.33', '0', '0.33', '0.67', '1'];
    expect(codes).toEqual([
      { name: 'categorical_0', values: ['0', '1', '2'] },
      { name: 'continuous_0', values: range },
      { name: 'continuous_1', values: range },
    ]);
    const own = session.drawn(1);
    const continuous = [own['codes/continuous']?.[0] ?? NaN, -1];
    const last = await session.sample(1, { feeds: { ...own, 'codes/continuous': continuous } });
    expectLevels(await imageAt(file, 2, 0, 7), levels(last.data));
    const third = await session.sample(1, { feeds: { ...own, 'codes/categorical_0': [0, 0, 1] } });
    expectLevels(await imageAt(file, 0, 2, 7), levels(third.data));
    await session.dispose();
  });

  it('keeps the class of each sample', async () => {
    const { gan, session } = await trained({
      ...smallImages,
      data: { type: 'shapes', size: 8, channels: 1, shapes: ['circle', 'square'], count: 16 },
      labels: { generator: 'concat', discriminator: 'projection' },
      generator,
      discriminator: {
        layers: ['flatten', { type: 'dense', units: 4 }, { type: 'dense', units: 1 }],
      },
    });
    const still = await session.sample(2);
    const { file } = await gan.directions(session, join(folder, 'classes'), { samples: 2 });
    expectLevels(await imageAt(file, 1, 3, 7), levels(still.data.subarray(64)));
    const square = await session.sample(1, { label: 'square' });
    const other = await gan.directions(session, join(folder, 'square'), { label: 'square' });
    expectLevels(await imageAt(other.file, 0, 3, 7), levels(square.data));
    await session.dispose();
  });

  it('writes points as a picture and other samples in their form, each with its place on the way', async () => {
    const points = await trained({ extends: 'ring', training: { batchSize: 4 } });
    const ways = { count: 1, samples: 2 };
    const { file } = await points.gan.directions(points.session, join(folder, 'points'), ways);
    expect((await sharp(file).metadata()).width).toBe(512);
    await points.session.dispose();

    const { gan, session } = await trained({
      data: { type: 'noise', shape: [3], count: 4 },
      latent: { dim: 2 },
      generator: { layers: [{ type: 'dense', units: 3 }] },
      discriminator: { layers: [{ type: 'dense', units: 1 }] },
      training: { batchSize: 2 },
    });
    const numbers = await gan.directions(session, join(folder, 'numbers'), ways);
    expect(numbers.file).toBe(join(folder, 'numbers.npy'));
    const names = readFileSync(join(folder, 'numbers.classes.txt'), 'utf8').trim().split('\n');
    expect(names).toHaveLength(14);
    expect(names[7]).toMatch(/^1: \d+%, -3$/);
    await session.dispose();
  });

  it('says where there is nothing to see', async () => {
    const { gan, session } = await trained({
      ...smallImages,
      generator: {
        layers: [
          { type: 'reshape', shape: [2, 2, 1] },
          { type: 'conv2d', filters: 1, kernelSize: 3 },
          { type: 'upSampling2d', size: 4 },
        ],
      },
    });
    const hint =
      'Ask for one direction or more of a generator that begins with a dense layer, or look at the way between two samples: ganspec interpolate.';
    await expect(gan.directions(session, join(folder, 'none'))).rejects.toMatchObject({
      code: 'GAN538',
      exitCode: 2,
      message:
        'there are no directions to show: no dense layer, and no convolution over a single position, reads the latent vector of the generator by itself, and there are no codes',
      hint,
    });
    await expect(
      gan.directions(session, join(folder, 'none'), { strength: 0 }),
    ).rejects.toMatchObject({ code: 'GAN540' });
    await session.dispose();
  });
});
