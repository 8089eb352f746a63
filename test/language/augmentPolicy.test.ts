import { describe, expect, it } from 'vitest';
import { changesOf } from '../../src/language/augmentPolicy.js';

describe('a policy', () => {
  it('has three changes for color, beside plain words', () => {
    expect(changesOf(['flip', 'color', 'cutout'])).toEqual([
      'flip',
      'brightness',
      'saturation',
      'contrast',
      'cutout',
    ]);
  });

  it('has the pipeline of Karras et al. 2020, appendix B, for ada', () => {
    expect(changesOf(['ada'])).toEqual([
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
    expect(changesOf(['rotation', 'anisotropicScale'])).toEqual([
      'firstRotation',
      'anisotropicScale',
      'secondRotation',
    ]);
    expect(changesOf(['anisotropicScale', 'rotation'])).toEqual(['anisotropicScale', 'rotation']);
    expect(changesOf(['rotation', 'flip', 'anisotropicScale'])).toEqual([
      'rotation',
      'flip',
      'anisotropicScale',
    ]);
  });
});
