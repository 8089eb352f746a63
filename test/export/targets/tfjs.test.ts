/** The target `tfjs`, run by tfjs-converter, compared with the engine's samples. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Quantization } from '../../../src/index.js';
import { conditionalGans } from '../../program/conditionalGans.js';
import { difference, openGraphModel, sampleFeeds } from '../networks.js';
import { exported, exportRecord } from './exported.js';
import { convolutional } from './smallImages.js';

const tolerance = 1e-5;

describe.each([
  ...Object.entries(conditionalGans),
  ['convolutions and batch norm', convolutional] as const,
])('a generator with %s', (_what, spec) => {
  it('gives the samples of the engine in batches of 1, 3 and 64', async () => {
    const { folder, gan, session } = await exported(spec, 'tfjs');
    const network = await openGraphModel(folder, 'generator');
    for (const count of [1, 3, 64]) {
      const expected = await session.sample(count, { seed: 7 });
      const { shape, data } = await network.run(sampleFeeds(gan, count, 7));
      expect(shape).toEqual(expected.shape);
      expect(difference(data, expected.data)).toBeLessThan(tolerance);
    }
    await network.release();
    await session.dispose();
  });
});

it('writes the discriminator where it is asked for', async () => {
  const { folder, session, result } = await exported(convolutional, 'tfjs', {
    discriminator: true,
  });
  expect(result.files).toEqual([
    'discriminator/model.json',
    'discriminator/weights.bin',
    'export.json',
    'generator/model.json',
    'generator/weights.bin',
  ]);
  const network = await openGraphModel(folder, 'discriminator');
  const real = await session.sample(3, { seed: 1 });
  const { shape } = await network.run(new Map([['real', real]]));
  expect(shape).toEqual([3, 1]);
  await network.release();
  await session.dispose();
});

describe('quantized weights', () => {
  /** Weights of 4 · 32 + 32 · 3 · 4 · 4 … numbers in kernels take this part of their bytes; biases and statistics stay. */
  const parts: Readonly<Record<Quantization, number>> = {
    uint8: 1 / 4,
    uint16: 1 / 2,
    float16: 1 / 2,
  };

  it.each(Object.entries(parts) as readonly [Quantization, number][])(
    'in %s take %d of the bytes, and the error that is told is that of TensorFlow.js',
    async (quantize, part) => {
      const { folder, gan, session, result } = await exported(convolutional, 'tfjs', { quantize });
      const whole = await exported(convolutional, 'tfjs');
      const [size, full] = [folder, whole.folder].map(
        (each) => statSync(join(each, 'generator/weights.bin')).size,
      );
      const kernels = 4 * (4 * 32 + 4 * 4 * 2 * 3 + 3 * 3 * 3);
      expect(size).toBe((full ?? NaN) - kernels * (1 - part));
      const { quantization } = exportRecord(folder) as {
        quantization: { mean: number; max: number; range: readonly [number, number] };
      };
      const count = 64;
      const expected = await session.sample(count, { seed: 0 });
      const network = await openGraphModel(folder, 'generator');
      const { data } = await network.run(sampleFeeds(gan, count, 0));
      const errors = data.map((value, at) => Math.abs(value - (expected.data[at] ?? NaN)));
      const [mean, max] = [errors.reduce((a, b) => a + b) / errors.length, Math.max(...errors)];
      expect(quantization.mean).toBeCloseTo(mean, 6);
      expect(quantization.max).toBeCloseTo(max, 5);
      expect(max).toBeGreaterThan(0);
      expect(max).toBeLessThan(0.1);
      expect(result.notes).toEqual([
        expect.stringMatching(
          new RegExp(`^weights in ${quantize} change the numbers of samples, which are from -`),
        ),
      ]);
      await network.release();
      await Promise.all([session.dispose(), whole.session.dispose()]);
    },
  );
});
