/** Names of penalties, which name their values, inputs and state in graphs and logs. */
import { entryOf } from '../../entries/entryOf.js';
import type { NormalSpec } from '../normalSpec.js';
import { penaltyResult } from '../penaltyResult.js';
import type { RuleContext } from './resolveContext.js';
import { roles } from './roles.js';

/** Names of a step's own results, and first parts of the names of its inputs and state. */
const reserved: ReadonlySet<string> = new Set([
  ...Object.keys(roles),
  'realScore',
  'fakeScore',
  'discriminatorLoss',
  'generatorLoss',
  'discriminatorClassLoss',
  'generatorClassLoss',
  'continuousCodeLoss',
  'augmentProbability',
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
  'augment',
]);

/** Names of the terms of categorical codes. */
const codeLoss = /^codeLoss_\d+$/;

/** Reports penalties whose names, or those of their values, are taken by another penalty or by a step itself. */
export function checkPenaltyNames(
  { penalties }: NormalSpec,
  { registry, report }: RuleContext,
): void {
  const first = new Map<string, number>();
  penalties.forEach((penalty, index) => {
    const { name } = penalty;
    const networks = entryOf(registry, 'penalty', penalty.type).networks(penalty);
    const results = networks.map((network) => penaltyResult(name, network, networks));
    const names = [...new Set([name, ...results])];
    const pointer = `/penalties/${index}/name`;
    const double = names.find((each) => first.has(each));
    const hint = 'give it another "name"';
    if (reserved.has(name) || codeLoss.test(name)) {
      report.error('GAN214', pointer, `a penalty cannot be called "${name}"`, {
        hint,
        notes: [{ message: 'every training step has something of that name itself' }],
      });
    } else if (double !== undefined) {
      const taken = first.get(double) ?? index;
      const areCalled = name === double && penalties[taken]?.name === double;
      const what = areCalled ? 'are called' : 'give a value called';
      report.error('GAN214', pointer, `two penalties ${what} "${double}"`, {
        hint,
        notes: [
          { message: `penalty ${taken + 1} has the name already`, pointer: `/penalties/${taken}` },
        ],
      });
    }
    for (const each of names) if (!first.has(each)) first.set(each, index);
  });
}
