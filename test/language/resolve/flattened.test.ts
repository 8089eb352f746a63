import { describe, expect, it } from 'vitest';
import { npyData, twoSamples } from './npyData.js';
import { resolveText } from './resolveText.js';

const putArray = npyData();

/** Options of an npy data set with two samples of zeros and ones. */
const npyOf = (...shape: readonly number[]): object => twoSamples(putArray, shape);

/** A GAN of a generator that yields images and then has further layers, and a discriminator that begins with layers. */
function gan(
  data: object,
  image: readonly number[],
  { end = [], start = [] }: { end?: readonly object[]; start?: readonly object[] } = {},
): string {
  const units = image.reduce((product, size) => product * size, 1);
  return JSON.stringify({
    data,
    generator: { layers: [{ type: 'dense', units }, { type: 'reshape', shape: image }, ...end] },
    discriminator: { layers: [...start, 'flatten', { type: 'dense', units: 1 }] },
  });
}

function hintOf(data: object, image: readonly number[]): string | undefined {
  return /GAN201[^]*?hint: (.*)\n/.exec(resolveText(gan(data, image)).text)?.[1];
}

const orders =
  'set "shape" in "data", by the order of the numbers: [16, 16, 3] where the 3 of a pixel lie together, [3, 16, 16] with "channelsFirst": true where each channel is a plane of its own, as in CIFAR\'s own files and in what PyTorch flattens';

describe('images that the data have as rows of numbers', () => {
  it('are told with both orders of their channels', () => {
    expect(hintOf(npyOf(768), [16, 16, 3])).toBe(orders);
    expect(hintOf({ ...npyOf(768), shape: [3, 16, 16], channelsFirst: true }, [16, 16, 3])).toBe(
      undefined,
    );
  });

  it('are told to have their channels last where the generator yields them first', () => {
    const last = (image: string): string =>
      `layers put channels last: let the generator yield ${image}; then `;
    expect(hintOf(npyOf(768), [3, 16, 16])).toBe(last('16×16×3') + orders);
    expect(hintOf(npyOf(64), [1, 8, 8])).toBe(
      `${last('8×8×1')}give the samples an axis of channels: set "shape": [8, 8, 1] in "data"`,
    );
  });

  it('are told with layers for both orders where the data set has no such option', () => {
    expect(hintOf({ type: 'noise', shape: [75] }, [5, 5, 3])).toBe(
      'end the generator with { "type": "reshape", "shape": [75] } where the 3 numbers of a pixel lie together in a sample; where each channel is a plane of its own, as in CIFAR\'s own files and in what PyTorch flattens, put { "type": "permute", "dims": [3, 1, 2] } before it, and start the discriminator with { "type": "reshape", "shape": [3, 5, 5] } and { "type": "permute", "dims": [2, 3, 1] }',
    );
  });

  it('get one channel where they are grey, from rows and from two axes', () => {
    const hint = 'give the samples an axis of channels: set "shape": [6, 8, 1] in "data"';
    expect(hintOf(npyOf(48), [6, 8, 1])).toBe(hint);
    expect(hintOf(npyOf(6, 8), [6, 8, 1])).toBe(hint);
    expect(hintOf({ type: 'noise', shape: [6, 8] }, [6, 8, 1])).toContain('reshape');
  });

  it('are a warning where either network reshapes them to colours', () => {
    const flat = { type: 'reshape', shape: [768] };
    const { text } = resolveText(gan(npyOf(768), [16, 16, 3], { end: [flat] }));
    expect(text).toContain(
      'warning GAN317: the samples of npy are rows of 768 numbers, taken here for images 16×16×3: right only where the numbers of a pixel lie together\n',
    );
    expect(text).toContain(
      `hint: ${orders}; then leave out the layers that flatten images for the data\n`,
    );
    const inDiscriminator = gan(npyOf(768), [768], {
      start: [{ type: 'reshape', shape: [16, 16, 3] }],
    });
    expect(resolveText(inDiscriminator).codes).toContain('GAN317');
  });

  it('are a warning where the discriminator puts their channels first', () => {
    const { text } = resolveText(
      gan(npyOf(768), [768], { start: [{ type: 'reshape', shape: [3, 16, 16] }] }),
    );
    expect(text).toContain(
      'warning GAN317: the samples of npy are rows of 768 numbers, taken here for images 3×16×16: layers take the last axis for the channels\n',
    );
    expect(text).toContain(
      `hint: ${orders}; then leave out the layers that flatten images for the data\n`,
    );
  });

  it.each([[[8, 8, 1]], [[4, 4, 3]], [[4, 4, 16]], [[64]]])(
    'are not suspected where a generator of rows goes through %j',
    (image) => {
      const size = image.reduce((product, length) => product * length, 1);
      const end = [{ type: 'reshape', shape: [size] }];
      expect(resolveText(gan(npyOf(size), image, { end })).codes).not.toContain('GAN317');
    },
  );
});
