import { describe, expect, it } from 'vitest';
import type { AugmentStep } from '../../../src/language/normalSpec.js';
import { change, distributionsOf, only } from '../augmentedImages.js';
import { rounded } from '../tinyGan.js';

// One pixel of each of two images: red, and one whose channels are 1, 2 and 6.
const shape = [2, 1, 1, 3];
const pixels = [1, 0, 0, 1, 2, 6];

describe('a change of colours', () => {
  it('normalBrightness adds its number to all channels', () => {
    const numbers = { 'normalBrightness/shift': [0.25, -1] };
    const { images } = change(only('normalBrightness'), shape, pixels, numbers);
    expect(images).toEqual([1.25, 0.25, 0.25, 0, 1, 5]);
  });

  it('logNormalContrast multiplies by two to the power of its number', () => {
    const numbers = { 'logNormalContrast/exponent': [1, -1] };
    const { images } = change(only('logNormalContrast'), shape, pixels, numbers);
    expect(images).toEqual([2, 0, 0, 0.5, 1, 3]);
  });

  it('lumaFlip turns lightness around, and not the distances from it, where its number is 1 or more', () => {
    const numbers = { 'lumaFlip/side': [0.99, 1] };
    const { images } = change(only('lumaFlip'), shape, pixels, numbers);
    // The mean 3 becomes −3; the channels lie 2 and 1 below it and 3 above.
    expect(images).toEqual([1, 0, 0, -5, -4, 0]);
  });

  it('hue turns from red by green to blue by its angle', () => {
    const numbers = { 'hue/angle': [(2 * Math.PI) / 3, Math.PI] };
    const { images } = change(only('hue'), shape, pixels, numbers);
    // A third of the circle leads to the next channel, half of it to the other side of the mean 3.
    expect(images).toEqual([0, 1, 0, 5, 4, 0]);
  });

  it('logNormalSaturation multiplies distances from the mean by two to the power of its number', () => {
    const numbers = { 'logNormalSaturation/exponent': [1, -1] };
    const { images } = change(only('logNormalSaturation'), shape, pixels, numbers);
    expect(images).toEqual([...rounded([5 / 3, -1 / 3, -1 / 3]), 2, 2.5, 4.5]);
  });

  it('comes after those before it in the policy', () => {
    const numbers = { 'normalBrightness/shift': [1, 1], 'logNormalContrast/exponent': [1, 1] };
    const made = (...policy: readonly AugmentStep[]) =>
      change(only(...policy), shape, pixels, numbers).images;
    expect(made('normalBrightness', 'logNormalContrast')).toEqual([4, 2, 2, 4, 6, 14]);
    expect(made('logNormalContrast', 'normalBrightness')).toEqual([3, 1, 1, 3, 5, 13]);
  });

  it('takes any number of channels but for the hue', () => {
    const numbers = { 'lumaFlip/side': [1, 1], 'logNormalSaturation/exponent': [1, 1] };
    const policy = only('lumaFlip', 'logNormalSaturation');
    const { images } = change(policy, [2, 1, 1, 2], [1, 3, 0, 0], numbers);
    expect(images).toEqual([-4, 0, 0, 0]);
  });

  it('spares the hue and the saturation of grey images', () => {
    const policy = only('hue', 'lumaFlip', 'logNormalSaturation');
    const { images, inputs } = change(policy, [2, 1, 1, 1], [0.5, 0.5], {
      'lumaFlip/side': [0, 1],
    });
    expect(images).toEqual([0.5, -0.5]);
    expect(inputs.map(({ name }) => name)).toEqual(['augment/lumaFlip/side']);
  });

  const normal = (stddev: number) => ({ kind: 'normal', mean: 0, stddev });
  it.each<[AugmentStep, string, object]>([
    ['normalBrightness', 'shift', normal(0.2)],
    ['logNormalContrast', 'exponent', normal(0.5)],
    ['lumaFlip', 'side', { kind: 'uniform', low: 0, high: 2 }],
    ['hue', 'angle', { kind: 'uniform', low: -Math.PI, high: Math.PI }],
    ['logNormalSaturation', 'exponent', normal(1)],
  ])('%s draws as in Karras et al. 2020, appendix B', (step, name, drawn) => {
    expect(distributionsOf(only(step), [4, 4, 3])).toEqual({ [`${step}/${name}`]: drawn });
  });
});
