/** The number of samples in a batch that layers need which compare samples. */
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import { countText } from './quantityText.js';
import type { RuleContext } from './resolveContext.js';
import { roles } from './roles.js';

/** Refuses layers that compare more samples than a training pass of their network has. */
export function checkBatch(
  { name, role, layers }: ResolvedNetwork,
  { training }: NormalSpec,
  { report }: Pick<RuleContext, 'report'>,
): void {
  const batch = roles[role].batch(training);
  for (const { type, pointer, minBatchSize } of layers) {
    if (minBatchSize <= batch) continue;
    report.error(
      'GAN217',
      pointer,
      `${type} compares the samples of a batch, and the ${name} takes ${countText(batch)} at a time`,
      {
        hint:
          role === 'generator'
            ? `use a larger batchSize, which is that of training alone: one sample is generated as well as many; or remove ${type}`
            : `use a larger batchSize, or remove ${type}`,
        notes: [
          {
            message: `the batch is ${countText(training.batchSize)}`,
            pointer: '/training/batchSize',
          },
        ],
      },
    );
  }
}
