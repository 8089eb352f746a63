/** Augmentation policies as lists of single transformations. */
import type { AugmentStep, NormalStrengths } from './normalSpec.js';

type Group = 'color' | 'ada';

/** A word of a policy that is a single transformation. */
export type PlainStep = Exclude<AugmentStep, Group>;

/** One transformation; a rotation around `anisotropicScale` is split in two. */
export type AugmentChange = PlainStep | 'firstRotation' | 'secondRotation';

/** `ada` is the pipeline "bgc": pixel blitting, general geometric transformations, colours. */
const groups: Readonly<Record<Group, readonly PlainStep[]>> = {
  color: ['brightness', 'saturation', 'contrast'],
  ada: [
    'flip',
    'rotate90',
    'integerTranslation',
    'scale',
    'rotation',
    'anisotropicScale',
    'fractionalTranslation',
    'normalBrightness',
    'logNormalContrast',
    'lumaFlip',
    'hue',
    'logNormalSaturation',
  ],
};

/**
 * The transformations of a word of a policy, in order.
 * @source `color`: Zhao et al. 2020, arXiv:2006.10738, section 3; `ada`: Karras et al. 2020, arXiv:2006.06676, appendix B
 */
export function plainSteps(word: AugmentStep): readonly PlainStep[] {
  return word === 'color' || word === 'ada' ? groups[word] : [word];
}

/**
 * All transformations of a policy, in order. If `anisotropicScale` follows `rotation`, one half of the rotation precedes
 * it and one half follows, so that images are stretched along any axis.
 * @source Karras et al. 2020, arXiv:2006.06676, appendix B
 */
export function augmentChanges(policy: readonly AugmentStep[]): readonly AugmentChange[] {
  const steps = policy.flatMap(plainSteps);
  return steps.flatMap((step, at): readonly AugmentChange[] => {
    if (step === 'rotation' && steps[at + 1] === 'anisotropicScale') return ['firstRotation'];
    if (step === 'anisotropicScale' && steps[at - 1] === 'rotation')
      return [step, 'secondRotation'];
    return [step];
  });
}

/** The factor on how far a change goes; changes that go one way only, such as `flip`, have none. */
export function strengthOf(change: AugmentChange, strengths: NormalStrengths): number {
  const step = change === 'firstRotation' || change === 'secondRotation' ? 'rotation' : change;
  return isScaled(step, strengths) ? strengths[step] : 1;
}

function isScaled(step: PlainStep, strengths: NormalStrengths): step is keyof NormalStrengths {
  return Object.hasOwn(strengths, step);
}

const resampled: readonly AugmentStep[] = [
  'ada',
  'integerTranslation',
  'scale',
  'rotation',
  'anisotropicScale',
  'fractionalTranslation',
];

/**
 * Numbers held at once for each image `[height, width, channels]` that a policy resamples: for each pixel of the result
 * the weights of a column, and that column in all channels; a lower bound. Other changes need no more than the image.
 */
export function augmentNumbers(
  policy: readonly AugmentStep[],
  [height = 1, width = 1, channels = 1]: readonly number[],
): number {
  if (!policy.some((word) => resampled.includes(word))) return 0;
  return height * width * height * (channels + 1);
}
