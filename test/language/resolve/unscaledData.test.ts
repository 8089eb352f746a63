import { describe, expect, it } from 'vitest';
import { npyData } from './npyData.js';
import { resolveText } from './resolveText.js';

/** Two images [5, 5, 1] or other samples, whose numbers go in equal steps from the least to the greatest. */
function npyOf(least: number, greatest: number, ...shape: readonly number[]): object {
  const size = shape.reduce((product, length) => product * length, 1);
  const data = Float32Array.from(
    { length: 2 * size },
    (_, i) => least + ((greatest - least) * i) / (2 * size - 1),
  );
  return putArray(data, [2, ...shape]);
}

function reportOf(data: object, shape: readonly number[], activation: string): string {
  const units = shape.reduce((product, size) => product * size, 1);
  const { text } = resolveText(
    JSON.stringify({
      data,
      generator: {
        layers: [
          { type: 'dense', units },
          { type: 'reshape', shape },
          { type: 'activation', activation },
        ],
      },
      discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
      training: { batchSize: 2 },
    }),
  );
  return text;
}

const putArray = npyData();

const image = [5, 5, 1];

describe('data without bounds', () => {
  it.each([
    [0, 1],
    [0, 255],
    [-3, 3],
  ])(
    'are images from %d to %d: a generator without bounds is told of the option',
    (least, greatest) => {
      const text = reportOf(npyOf(least, greatest, ...image), image, 'linear');
      expect(text).toContain(
        `warning GAN314: the values of the images of npy lie between ${least} and ${greatest} and are left so, where networks learn values around [-1, 1] best\n`,
      );
      expect(text).toContain(
        `   hint: set "bounds": [${least}, ${greatest}] in "data", or the bounds that they could have, which become -1 and 1; then end the generator with tanh\n`,
      );
      expect(text).not.toContain('GAN303');
    },
  );

  it.each([
    [0.0012345, 0.97, '[0, 1]'],
    [1, 254.5, '[0, 255]'],
    [0.25, 0.123456 * 3, '[0.25, 0.371]'],
  ])('from %d to %d are probably on the scale %s', (least, greatest, bounds) => {
    const text = reportOf(npyOf(least, greatest, ...image), image, 'linear');
    expect(text).toContain(`hint: set "bounds": ${bounds} in "data"`);
  });

  it('are one number throughout: the file is hardly the right one', () => {
    const text = reportOf(npyOf(0, 0, ...image), image, 'tanh');
    expect(text).toContain(
      "warning GAN303: the generator's values stay within [-1, 1], but those of npy are all 0\n",
    );
    expect(text).toContain('   hint: is this the right file?\n');
  });

  it('are told of the option, and of a linear end, where the generator has bounds', () => {
    const text = reportOf(npyOf(0, 255, ...image), image, 'tanh');
    expect(text).toContain(
      "warning GAN303: the generator's values stay within [-1, 1], but those of npy lie between 0 and 255\n",
    );
    expect(text).toContain(
      '   hint: set "bounds": [0, 255] in "data", or the bounds that they could have, which become -1 and 1, or let its last layer be linear\n',
    );
    expect(text).not.toContain('GAN314');
    expect(reportOf(npyOf(0, 1, ...image), image, 'tanh')).toContain('lie between 0 and 1\n');
    expect(reportOf(npyOf(-0.1, 0.1, ...image), image, 'tanh')).toContain('between -0.1');
  });

  it.each([
    ['images from -1 to 1', [-1, 1, 5, 5, 1], 'tanh'],
    ['images from -1 to 1', [-1, 1, 5, 5, 1], 'linear'],
    ['images that fill the bounds of the generator', [0, 1, 5, 5, 1], 'sigmoid'],
    ['vectors of any numbers', [0, 255, 25], 'linear'],
  ] as const)('%s, %j, are no reason for a warning beside %s', (_, numbers, end) => {
    const [least, greatest, ...shape] = numbers;
    expect(reportOf(npyOf(least, greatest, ...shape), shape, end)).toBe('');
  });
});
