import { describe, expect, it } from 'vitest';
import type { AugmentStep } from '../../../src/language/normalSpec.js';
import { change, distributionsOf, only, type Numbers } from '../augmentedImages.js';

// 1 2 3 over 4 5 6 over 7 8 9
const square = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const two = [...square, ...square];
const shape = [2, 3, 3, 1];
const line = [1, 2, 3, 4, 5, 6, 7, 8];

describe('a change of places', () => {
  it('scale enlarges around the middle by two to the power of its number', () => {
    const { images } = change(only('scale'), shape, two, { 'scale/exponent': [1, -1] });
    const larger = [3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7];
    // Places two from the middle lie beyond the edge and are the middle again.
    expect(images).toEqual([...larger, ...new Array<number>(9).fill(5)]);
  });

  it('rotation turns to the left by its angle', () => {
    const angles = { 'rotation/angle': [Math.PI / 2, -Math.PI / 2] };
    const { images } = change(only('rotation'), shape, two, angles);
    expect(images).toEqual([3, 6, 9, 2, 5, 8, 1, 4, 7, 7, 4, 1, 8, 5, 2, 9, 6, 3]);
  });

  it('anisotropicScale makes as much wider as lower', () => {
    const numbers = { 'anisotropicScale/exponent': [1, -1] };
    const { images } = change(only('anisotropicScale'), shape, two, numbers);
    const wider = [4.5, 5, 5.5, 4.5, 5, 5.5, 4.5, 5, 5.5];
    const higher = [3.5, 3.5, 3.5, 5, 5, 5, 6.5, 6.5, 6.5];
    expect(images).toEqual([...wider, ...higher]);
  });

  it('integerTranslation moves to the right and down by shares of the size, rounded', () => {
    // 0.1 of 8 columns is 1 pixel to the right, −0.06 is less than half of one; beyond 1 comes 2.
    const columns = { 'integerTranslation/columns': [0.1, -0.06] };
    const rows = { 'integerTranslation/rows': [0, 0] };
    const numbers = { ...columns, ...rows };
    const across = change(only('integerTranslation'), [2, 1, 8, 1], [...line, ...line], numbers);
    expect(across.images).toEqual([2, 1, 2, 3, 4, 5, 6, 7, ...line]);
    const down = {
      'integerTranslation/columns': [0, 0],
      'integerTranslation/rows': [0.1, -0.125],
    };
    const along = change(only('integerTranslation'), [2, 8, 1, 1], [...line, ...line], down);
    expect(along.images).toEqual([2, 1, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6, 7, 8, 7]);
  });

  it('fractionalTranslation moves to the right and down by shares of the size', () => {
    const numbers = {
      'fractionalTranslation/columns': [1 / 6, 0],
      'fractionalTranslation/rows': [0, -1 / 6],
    };
    const { images } = change(only('fractionalTranslation'), shape, two, numbers);
    const right = [1.5, 1.5, 2.5, 4.5, 4.5, 5.5, 7.5, 7.5, 8.5];
    const up = [2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 5.5, 6.5, 7.5];
    expect(images).toEqual([...right, ...up]);
  });

  it('is made together with its neighbours, in their order, and then the image is resampled once', () => {
    const numbers = {
      'scale/exponent': [1, 1],
      'fractionalTranslation/columns': [1 / 3, 1 / 3],
      'fractionalTranslation/rows': [0, 0],
    };
    const firstRow = (...policy: readonly AugmentStep[]): Numbers =>
      change(only(...policy), shape, two, numbers).images.slice(0, 3);
    // Between 1 2 3 and 4 5 6, places −1 −½ 0 from the middle; an image enlarged before would begin at −½.
    expect(firstRow('scale', 'fractionalTranslation')).toEqual([2.5, 3, 3.5]);
    // Places −1½ −1 −½.
    expect(firstRow('fractionalTranslation', 'scale')).toEqual([3, 2.5, 3]);
  });

  it('is carried out before a change that is no map', () => {
    const numbers = {
      'scale/exponent': [1, 1],
      'brightness/shift': [0.25, 0.25],
      'fractionalTranslation/columns': [1 / 3, 1 / 3],
      'fractionalTranslation/rows': [0, 0],
    };
    const policy = only('scale', 'brightness', 'fractionalTranslation');
    // 3 3½ 4 made brighter and moved to the right.
    expect(change(policy, shape, two, numbers).images.slice(0, 3)).toEqual([3.75, 3.25, 3.75]);
  });

  const angle = { kind: 'uniform', low: -Math.PI, high: Math.PI };
  const exponent = { kind: 'normal', mean: 0, stddev: 0.2 };
  const eighth = { kind: 'uniform', low: -0.125, high: 0.125 };
  const share = { kind: 'normal', mean: 0, stddev: 0.125 };
  it.each<[AugmentStep, Readonly<Record<string, object>>]>([
    ['integerTranslation', { columns: eighth, rows: eighth }],
    ['scale', { exponent }],
    ['rotation', { angle }],
    ['anisotropicScale', { exponent }],
    ['fractionalTranslation', { columns: share, rows: share }],
  ])('%s draws as in Karras et al. 2020, appendix B', (step, drawn) => {
    const named = Object.entries(drawn).map(([name, one]) => [`${step}/${name}`, one]);
    expect(distributionsOf(only(step), [4, 4, 1])).toEqual(Object.fromEntries(named));
  });
});
