/** Whether batches hold enough samples for layers that compare them. */
import type { NormalSpec, NormalTraining } from '../normalSpec.js';
import type { NetworkName, ResolvedNetwork } from '../resolvedGan.js';
import { countText } from './quantityText.js';
import type { RuleContext } from './resolveContext.js';

/** Refuses layers of a network that would have nothing to compare a sample with. */
export function checkBatch(
  { name, layers }: ResolvedNetwork,
  { training }: NormalSpec,
  { report }: Pick<RuleContext, 'report'>,
): void {
  const batch = samplesAtOnce(name, training);
  for (const { type, pointer, minBatchSize } of layers) {
    if (minBatchSize <= batch) continue;
    report.error(
      'GAN217',
      pointer,
      `${type} compares the samples of a batch, and the ${name} takes ${countText(batch)} at a time`,
      {
        hint: `use a larger batchSize, or remove ${type}`,
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

/** Samples, or packs of them, in one training pass of a network. */
function samplesAtOnce(network: NetworkName, training: NormalTraining): number {
  const { batchSize, packing, scoring } = training;
  if (network !== 'discriminator') return batchSize;
  return (batchSize / packing) * (scoring === 'together' ? 2 : 1);
}
