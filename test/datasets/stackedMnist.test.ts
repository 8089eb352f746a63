import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mnist } from '../../src/datasets/mnist.js';
import { stackedMnist } from '../../src/datasets/stackedMnist.js';
import { inFolder, labelsOf, options, samplesOf, upTo } from './support.js';

const config = {
  type: 'stackedMnist',
  split: 'test',
  count: 4000,
  range: [-1, 1],
  resize: null,
  flip: false,
};
const context = inFolder('.');

beforeEach(() => {
  vi.stubEnv('GANSPEC_DATA', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('stackedMnist', () => {
  it('is described without its files', () => {
    const nowhere = { ...context, dataDir: '/no' };
    expect(
      stackedMnist.describe(options({ ...config, resize: 14, range: [0, 1] }), nowhere),
    ).toEqual({
      shape: [14, 14, 3],
      range: [0, 1],
      flip: false,
      count: 4000,
      classes: 1000,
    });
  });

  it('stacks three digits of MNIST whose classes form its class', async () => {
    const digits = await mnist.open(
      options({ ...config, type: 'mnist', classes: null, limit: null }),
      context,
    );
    const known = new Map(
      samplesOf(digits, upTo(10_000)).map((image, i) => [image.join(), i] as const),
    );
    const stacked = await stackedMnist.open(config, context);
    const classes = labelsOf(stacked, [0, 7, 3999]);
    samplesOf(stacked, [0, 7, 3999]).forEach((image, i) => {
      const found = upTo(3).map((colour) => {
        const plane = image.filter((_, value) => value % 3 === colour);
        return known.get(plane.join()) ?? NaN;
      });
      const [red = NaN, green = NaN, blue = NaN] = labelsOf(digits, found);
      expect(classes[i]).toBe(100 * red + 10 * green + blue);
    });
  });

  it('leaves it to training to mirror images', async () => {
    const asked = options({ ...config, split: 'all', count: 3, flip: true });
    const plain = options({ ...config, split: 'all', count: 3 });
    expect(stackedMnist.describe(asked, context)).toMatchObject({ count: 3, flip: true });
    const dataset = await stackedMnist.open(asked, context);
    expect(dataset).toMatchObject({ count: 3, flip: true });
    expect(samplesOf(dataset, [1])).toEqual(
      samplesOf(await stackedMnist.open(plain, context), [1]),
    );
  });

  it('draws most of its thousand modes, and different ones for another seed', async () => {
    const labels = labelsOf(await stackedMnist.open(config, context), upTo(4000));
    // A mode has 4 of 4000 images on average: about e^-4 = 1.8 % of them are missed.
    expect(new Set(labels).size).toBeGreaterThan(950);
    const other = labelsOf(await stackedMnist.open(config, inFolder('.', 12)), upTo(4000));
    expect(other).not.toEqual(labels);
  });
});
