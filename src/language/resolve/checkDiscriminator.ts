/** Requirements on the discriminator's output. */
import type { Report } from '../../diagnostics/report.js';
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { LossEntry } from '../../entries/loss.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import { rangeText, sampleShapeText } from './quantityText.js';
import { holds, rangeOrigin } from './range.js';
import type { RuleContext } from './resolveContext.js';

/** Checks that the discriminator's output is what the loss takes: one raw score per sample, or a reconstruction. */
export function checkDiscriminator(
  network: ResolvedNetwork,
  loss: LossEntry,
  { registry, report }: RuleContext,
): void {
  const { outputShape, outputRange } = network;
  if (loss.scores === 'reconstruction') {
    checkReconstruction(network, loss, report);
    return;
  }
  if (sampleShapeText(outputShape) !== '1') {
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
      notes: [{ message: `"${loss.type}" is asked for here`, pointer: '/loss' }],
    },
  );
}

function outputPointer({ name: network, layers, output }: ResolvedNetwork): string {
  return layers.find(({ name }) => name === output)?.pointer ?? `/${network}/layers`;
}

function scoreHint(shape: Shape): string {
  if (sizeOf(shape) === 1) return 'add "flatten" at the end';
  return shape.length === 1
    ? 'let its last layer be { "type": "dense", "units": 1 }'
    : 'end it with "flatten" and { "type": "dense", "units": 1 }';
}
