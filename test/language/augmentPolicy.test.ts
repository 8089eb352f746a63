import { describe, expect, it } from 'vitest';
import { augmentChanges } from '../../src/language/augmentPolicy.js';

describe('a policy', () => {
  it('has three changes for color, beside plain words', () => {
    expect(augmentChanges(['flip', 'color', 'cutout'])).toEqual([
      'flip',
      'brightness',
      'saturation',
      'contrast',
      'cutout',
    ]);
  });

  it('has the pipeline of Karras et al. 2020, appendix B, for ada', () => {
    expect(augmentChanges(['ada'])).toEqual([
      'flip',
      'rotate90',
      'integerTranslation',
      'scale',
      'firstRotation',
      'anisotropicScale',
      'secondRotation',
      'fractionalTranslation',
      'normalBrightness',
      'logNormalContrast',
      'lumaFlip',
      'hue',
      'logNormalSaturation',
    ]);
  });

  it('parts a rotation only around an anisotropic scale that follows it', () => {
    expect(augmentChanges(['rotation', 'anisotropicScale'])).toEqual([
      'firstRotation',
      'anisotropicScale',
      'secondRotation',
    ]);
    expect(augmentChanges(['anisotropicScale', 'rotation'])).toEqual([
      'anisotropicScale',
      'rotation',
    ]);
    expect(augmentChanges(['rotation', 'flip', 'anisotropicScale'])).toEqual([
      'rotation',
      'flip',
      'anisotropicScale',
    ]);
  });
});
