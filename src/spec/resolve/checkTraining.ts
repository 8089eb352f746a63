/** What the order of updates, the batch and the data set allow. */
import type { DatasetDescription } from '../../registry/entries.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolveContext } from './resolveContext.js';
import { countText } from './quantityText.js';

/** Refuses training settings that contradict each other or the data. */
export function checkTraining(
  spec: NormalSpec,
  data: DatasetDescription,
  { report }: Pick<ResolveContext, 'report'>,
): void {
  const { batchSize, update, first, discriminatorSteps } = spec.training;
  if (batchSize > data.count) {
    report.error(
      'GAN206',
      '/training/batchSize',
      `a batch of ${countText(batchSize)} is more than the ${countText(data.count)} samples of ${spec.data.type}`,
      {
        hint: `use at most ${data.count}`,
        notes: [{ message: `${spec.data.type} is asked for here`, pointer: '/data' }],
      },
    );
  }
  if (update === 'simultaneous') {
    const notes = [
      { message: 'simultaneous update is asked for here', pointer: '/training/update' },
    ];
    if (discriminatorSteps > 1) {
      report.error(
        'GAN207',
        '/training/discriminatorSteps',
        `a simultaneous update trains both networks once; it cannot train the discriminator ${countText(discriminatorSteps)} times`,
        { hint: 'use "update": "alternating", or leave discriminatorSteps at 1', notes },
      );
    }
    if (first !== 'discriminator') {
      report.error('GAN207', '/training/first', 'in a simultaneous update no network comes first', {
        hint: 'use "update": "alternating", or leave "first" out',
        notes,
      });
    }
  }
  if (spec.labels !== null) {
    report.error('GAN290', '/labels', 'class conditioning is not part of this version of ganspec', {
      hint: 'remove "labels": the networks are then trained without classes',
    });
  }
}
