import { describe, expect, it } from 'vitest';
import { npyData, twoSamples } from './npyData.js';
import { resolveText } from './resolveText.js';

/** A GAN of data and a generator that yields a shape. */
function gan(data: object, shape: readonly number[]): string {
  const units = shape.reduce((product, size) => product * size, 1);
  return JSON.stringify({
    data,
    generator: {
      layers: [
        { type: 'dense', units },
        { type: 'reshape', shape },
      ],
    },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
  });
}

function hintOf(data: object, shape: readonly number[]): string | undefined {
  return /GAN201[^]*?hint: (.*)\n/.exec(resolveText(gan(data, shape)).text)?.[1];
}

const putArray = npyData();

/** Options of an npy data set with two samples of zeros and ones. */
const npyOf = (...shape: readonly number[]): object => twoSamples(putArray, shape);

describe('a generator that yields the sizes of the data in another order', () => {
  it('is told to take channels-first data as such, where the data set has the option', () => {
    expect(hintOf(npyOf(3, 16, 16), [16, 16, 3])).toBe(
      'the data look channels-first, 3×16×16, where layers put channels last: set "channelsFirst": true in "data", and let the generator yield 16×16×3',
    );
    expect(hintOf(npyOf(2, 64), [64, 2])).toBe(
      'the data look channels-first, 2×64, where layers put channels last: set "channelsFirst": true in "data", and let the generator yield 64×2',
    );
    expect(hintOf({ ...npyOf(3, 16, 16), channelsFirst: true }, [16, 16, 3])).toBeUndefined();
  });

  it('is told so too where sizes are wrong or missing besides', () => {
    const hint = 'the data look channels-first, 1×28×28, where layers put channels last';
    expect(hintOf(npyOf(1, 28, 28), [14, 14, 1])).toContain(hint);
    expect(hintOf(npyOf(1, 28, 28), [784])).toContain(hint);
  });

  it('is told of two permutations where the data set has no such option', () => {
    expect(hintOf({ type: 'noise', shape: [3, 16, 16] }, [16, 16, 3])).toBe(
      'the data look channels-first, 3×16×16, where layers put channels last: give them as 16×16×3, or end the generator with { "type": "permute", "dims": [3, 1, 2] } and start the discriminator with { "type": "permute", "dims": [2, 3, 1] }',
    );
  });

  it('is told of a permutation where height and width are exchanged', () => {
    expect(hintOf({ type: 'noise', shape: [16, 32, 3] }, [32, 16, 3])).toBe(
      'the sizes are right, in another order: end the generator with { "type": "permute", "dims": [2, 1, 3] }, or change its layers',
    );
  });

  it.each([
    [64, 6],
    [32, 3],
    [64, 1],
  ])('is told of a permutation where the data have %d steps of %d channels', (steps, channels) => {
    expect(hintOf(npyOf(steps, channels), [channels, steps])).toBe(
      'the sizes are right, in another order: end the generator with { "type": "permute", "dims": [2, 1] }, or change its layers',
    );
  });

  it('is told to remove the option where the data have their channels last', () => {
    expect(hintOf({ ...npyOf(16, 16, 3), channelsFirst: true }, [16, 16, 3])).toBe(
      'the data have their channels last: remove "channelsFirst"',
    );
  });
});

describe('images with channels first', () => {
  it('are a warning where the generator yields them so', () => {
    const { text } = resolveText(gan(npyOf(3, 16, 16), [3, 16, 16]));
    expect(text).toContain(
      'warning GAN313: the samples of npy, 3×16×16, look like images with channels first: layers take them for 3 rows of 16 pixels, and no pictures are drawn\n',
    );
    expect(text).toContain('hint: the data look channels-first, 3×16×16, where');
  });

  it('have one row where they have one channel', () => {
    expect(resolveText(gan(npyOf(1, 16, 16), [1, 16, 16])).text).toContain(
      'layers take them for 1 row of 16 pixels, and no pictures are drawn\n',
    );
  });

  it.each([[[16, 16, 3]], [[4, 4, 16]], [[3, 32]], [[3, 8, 8, 8]], [[7, 7, 7]]])(
    '%j is not among them',
    (shape) => {
      const { codes } = resolveText(gan({ type: 'noise', shape }, shape));
      expect(codes).not.toContain('GAN313');
    },
  );
});
