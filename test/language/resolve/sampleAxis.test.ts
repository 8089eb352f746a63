import { describe, expect, it } from 'vitest';
import { npyData } from './npyData.js';
import { resolveText } from './resolveText.js';

const putArray = npyData();

/** The hint to a generator of images 8×8×3 for data in an array of this shape. */
function hintOf(array: readonly number[]): string | undefined {
  const size = array.reduce((product, length) => product * length, 1);
  const data = putArray(new Float32Array(size).fill(1, 1), array);
  const { text } = resolveText(
    JSON.stringify({
      data,
      generator: {
        layers: [
          { type: 'dense', units: 192 },
          { type: 'reshape', shape: [8, 8, 3] },
        ],
      },
      discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
      training: { batchSize: 1 },
    }),
  );
  return /GAN201[^]*?hint: (.*)\n/.exec(text)?.[1];
}

describe('an array whose first axis counts no samples', () => {
  it('has them on its last axis where the others are what the generator yields', () => {
    expect(hintOf([8, 8, 3, 16])).toBe(
      'the first axis of an array counts its samples, and here the last one seems to: save numpy.moveaxis(array, -1, 0), 16×8×8×3',
    );
  });

  it('is a single sample where it is what the generator yields', () => {
    expect(hintOf([8, 8, 3])).toBe(
      'the first axis of an array counts its samples, and this one, 8×8×3, seems to be a single sample: save numpy.stack([…]) of many, 1×8×8×3 for one',
    );
  });

  it('is not suspected elsewhere', () => {
    expect(hintOf([16, 8, 3])).not.toContain('counts its samples');
  });
});
