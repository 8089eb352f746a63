import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/language/nearest.js';

describe('nearest', () => {
  const words = ['dense', 'conv2dTranspose', 'relu', 'leakyReLU', 'add'];

  it.each([
    ['dens', 'dense'],
    ['relu', 'relu'],
    ['LeakyRelu', 'leakyReLU'],
    ['conv2dTrans', 'conv2dTranspose'],
  ])('finds for %s the word %s', (word, found) => {
    expect(nearest(word, words)).toBe(found);
  });

  it.each(['transformer', 'x', 'conv'])('finds nothing within 2 or 40 %% of %s', (word) => {
    expect(nearest(word, words)).toBeUndefined();
  });
});
