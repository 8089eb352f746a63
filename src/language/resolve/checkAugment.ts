/** Requirements of augmentation on the data set and the loss. */
import type { DatasetDescription } from '../../entries/dataset.js';
import type { LossEntry } from '../../entries/loss.js';
import { firstConfig } from '../schedule.js';
import { plainSteps, type PlainStep } from '../augmentPolicy.js';
import type { AugmentStep, NormalSpec } from '../normalSpec.js';
import { sampleShapeText } from './quantityText.js';
import type { RuleContext } from './resolveContext.js';

/** Refuses augmentation of samples that are no images, changes that do not fit them or come twice, and unusable targets. */
export function checkAugment(
  spec: NormalSpec,
  { shape }: DatasetDescription,
  loss: LossEntry,
  context: RuleContext,
): void {
  const {
    training: { augment },
    data: { type },
  } = spec;
  const { report } = context;
  if (!augment) return;
  const images = `${type} is ${sampleShapeText(shape)}`;
  if (shape.length !== 3) {
    report.error(
      'GAN294',
      '/training/augment',
      `augmentation changes images [height, width, channels], but ${images}`,
      { hint: 'remove "augment"' },
    );
  } else {
    augment.policy.forEach((word, place) => {
      for (const { message, hint } of misfits(word, augment.policy, shape, images)) {
        report.error('GAN294', `/training/augment/policy/${place}`, message, { hint });
      }
    });
  }
  if (augment.target !== null) checkTarget(spec, loss, context);
}

/** Checks an adapted probability: its loss and its initial value. */
function checkTarget(
  { loss: options, training: { augment } }: NormalSpec,
  loss: LossEntry,
  { registry, report }: RuleContext,
): void {
  if (!loss.signed(firstConfig(loss.schema, options, registry))) {
    report.error(
      'GAN294',
      '/training/augment/target',
      `an adapted probability depends on the sign of real scores, which has no meaning under the loss "${loss.type}"`,
      {
        hint: 'remove "target", or use a loss such as "nonSaturating", or leastSquares with the targets 1 and -1',
      },
    );
  }
  if (typeof augment?.probability === 'object') {
    report.error(
      'GAN294',
      '/training/augment/probability',
      'an adapted probability starts at a number and then follows "target", not a schedule',
      { hint: 'give the number to start at, or remove "target"' },
    );
  }
}

/** A misfit of a word of a policy. */
interface Misfit {
  readonly message: string;
  readonly hint: string;
}

/** Reasons why a word of a policy does not fit images of a shape. */
function misfits(
  word: AugmentStep,
  policy: readonly AugmentStep[],
  [height = 1, width = 1, channels = 1]: DatasetDescription['shape'],
  images: string,
): readonly Misfit[] {
  const steps = plainSteps(word);
  const unfit = (step: PlainStep, needs: string): Misfit[] => {
    if (!steps.includes(step)) return [];
    const isAlone = step === word;
    return [
      {
        message: `${isAlone ? step : `${step}, part of "${word}",`} needs ${needs}, but ${images}`,
        hint: isAlone ? `remove "${word}"` : `write its other parts one by one`,
      },
    ];
  };
  const group = policy.find(
    (other) => other !== word && plainSteps(other).some((step) => step === word),
  );
  return [
    ...(height === width ? [] : unfit('rotate90', 'square images')),
    // Grey images have no hue: the change is skipped for them.
    ...(channels === 1 || channels === 3 ? [] : unfit('hue', 'images of three channels')),
    ...(group
      ? [{ message: `"${word}" is part of "${group}" already`, hint: `remove "${word}"` }]
      : []),
  ];
}
