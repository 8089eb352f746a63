/** Names of penalties: their values, inputs and options go by them in graphs and logs. */
import type { NormalSpec } from '../normalSpec.js';
import type { RuleContext } from './resolveContext.js';

/** Names of a step's own results, and first parts of the names of its inputs and state. */
const reserved: ReadonlySet<string> = new Set([
  'realScore',
  'fakeScore',
  'discriminatorLoss',
  'generatorLoss',
  'discriminatorClassLoss',
  'generatorClassLoss',
  'continuousCodeLoss',
  'augmentProbability',
  'generator',
  'discriminator',
  'loss',
  'optimizer',
  'training',
  'ema',
  'anchor',
  'accumulated',
  'accumulate',
  'real',
  'realLabels',
  'labels',
  'latent',
  'codes',
  'recognition',
  'augment',
]);

/** Names of the terms of categorical codes. */
const codeLoss = /^codeLoss_\d+$/;

/** Reports every penalty whose name is taken, by another one or by a step itself. */
export function checkPenaltyNames(
  { penalties }: NormalSpec,
  { report }: Pick<RuleContext, 'report'>,
): void {
  const first = new Map<string, number>();
  penalties.forEach(({ name }, index) => {
    const pointer = `/penalties/${index}/name`;
    const taken = first.get(name);
    const hint = 'give it another "name"';
    if (reserved.has(name) || codeLoss.test(name)) {
      report.error('GAN214', pointer, `a penalty cannot be called "${name}"`, {
        hint,
        notes: [{ message: 'every training step has something of that name itself' }],
      });
    } else if (taken !== undefined) {
      report.error('GAN214', pointer, `two penalties are called "${name}"`, {
        hint,
        notes: [
          { message: `penalty ${taken + 1} has the name already`, pointer: `/penalties/${taken}` },
        ],
      });
    } else first.set(name, index);
  });
}
