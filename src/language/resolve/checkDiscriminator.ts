/** Requirements on the discriminator's output. */
import type { Report } from '../../diagnostics/report.js';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { LossEntry } from '../../entries/loss.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import { rangeText, sampleShapeText } from './quantityText.js';
import { holds, rangeOrigin } from './range.js';
import type { RuleContext } from './resolveContext.js';

/**
 * Checks that the discriminator's output is what the loss takes: one raw score per sample, or per patch where the spec asks
 * for that, or a reconstruction.
 */
export function checkDiscriminator(
  network: ResolvedNetwork,
  { training: { patchScores } }: NormalSpec,
  loss: LossEntry,
  { registry, report }: RuleContext,
): void {
  const { outputShape, outputRange } = network;
  if (loss.scores === 'reconstruction') {
    if (patchScores) {
      report.error(
        'GAN207',
        '/training/patchScores',
        `the loss "${loss.type}" takes the error of a reconstruction, of which no patch is scored`,
        { hint: 'leave patchScores at its default, or use another loss', notes: [asked(loss)] },
      );
    }
    checkReconstruction(network, loss, report);
    return;
  }
  if (patchScores) {
    if (!isMapOfScores(outputShape)) {
      report.error(
        'GAN203',
        outputPointer(network),
        `the discriminator yields ${sampleShapeText(outputShape)} where a score for each patch is needed, [height, width, 1] or [length, 1]`,
        {
          hint: 'end it with a convolution of one filter, or remove "patchScores"',
          notes: [{ message: 'patches are asked for here', pointer: '/training/patchScores' }],
        },
      );
      return;
    }
  } else if (sampleShapeText(outputShape) !== '1') {
    report.error(
      'GAN203',
      // Only the number of units of a dense layer is wrong.
      outputShape.length === 1 ? `${outputPointer(network)}/units` : outputPointer(network),
      `the discriminator yields ${sampleShapeText(outputShape)} where one score per sample is needed`,
      { hint: scoreHint(outputShape) },
    );
    return;
  }
  const { pointer, type } = rangeOrigin(network, registry);
  if (holds([0, 1], outputRange)) {
    report.error(
      'GAN205',
      pointer,
      `the discriminator ends in values between 0 and 1, but the loss "${loss.type}" takes raw scores`,
      {
        hint:
          type === undefined
            ? 'end it with { "type": "dense", "units": 1 }'
            : `remove the ${type}: what a loss needs of it, it applies itself`,
      },
    );
  } else if (outputRange.some(Number.isFinite)) {
    report.warning(
      'GAN304',
      pointer,
      `the discriminator's scores are held within ${rangeText(outputRange)}`,
      {
        hint: 'let its last layer be linear: a score that has hit its bound gives no gradient',
      },
    );
  }
}

function checkReconstruction(network: ResolvedNetwork, loss: LossEntry, report: Report): void {
  const { inputShape, outputShape } = network;
  if (sampleShapeText(inputShape) === sampleShapeText(outputShape)) return;
  report.error(
    'GAN203',
    outputPointer(network),
    `the loss "${loss.type}" takes a discriminator that makes each sample again, ${sampleShapeText(inputShape)}; it yields ${sampleShapeText(outputShape)}`,
    {
      hint: 'let it be an auto-encoder: an encoder, then layers like those of the generator',
      notes: [asked(loss)],
    },
  );
}

function asked({ type }: LossEntry): { readonly message: string; readonly pointer: string } {
  return { message: `"${type}" is asked for here`, pointer: '/loss' };
}

function isMapOfScores(shape: Shape): boolean {
  return shape.length > 1 && shape.at(-1) === 1;
}

function outputPointer({ name: network, layers, output }: ResolvedNetwork): string {
  return layers.find(({ name }) => name === output)?.pointer ?? `/${network}/layers`;
}

function scoreHint(shape: Shape): string {
  if (sizeOf(shape) === 1) return 'add "flatten" at the end';
  if (isMapOfScores(shape)) {
    return 'end it with "flatten" and { "type": "dense", "units": 1 }, or set training.patchScores to true, which takes the mean over all patches as PatchGAN does';
  }
  return shape.length === 1
    ? 'let its last layer be { "type": "dense", "units": 1 }'
    : 'end it with "flatten" and { "type": "dense", "units": 1 }';
}
