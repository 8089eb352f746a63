/** Whether the discriminator gives each sample one raw score. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { LossEntry } from '../../registry/entries.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import { rangeText, shapeText } from './quantityText.js';
import { holds, rangeOrigin } from './range.js';
import type { RuleContext } from './resolveContext.js';

/** Holds the discriminator's output against what losses take: one raw score per sample. */
export function checkDiscriminator(
  network: ResolvedNetwork,
  loss: LossEntry,
  { registry, report }: RuleContext,
): void {
  const { outputShape, outputRange } = network;
  if (shapeText(outputShape) !== '1') {
    report.error(
      'GAN203',
      network.layers.at(-1)?.pointer ?? `/${network.name}/layers`,
      `the discriminator yields ${shapeText(outputShape)} where one score per sample is needed`,
      { hint: scoreHint(outputShape) },
    );
    return;
  }
  const pointer = rangeOrigin(network, registry);
  if (holds([0, 1], outputRange)) {
    report.error(
      'GAN205',
      pointer,
      `the discriminator ends in values between 0 and 1, but the loss "${loss.type}" takes raw scores`,
      { hint: 'remove the sigmoid: what a loss needs of it, it applies itself' },
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

function scoreHint(shape: Shape): string {
  if (sizeOf(shape) === 1) return 'add "flatten" at the end';
  return shape.length === 1
    ? 'let its last layer be { "type": "dense", "units": 1 }'
    : 'end it with "flatten" and { "type": "dense", "units": 1 }';
}
