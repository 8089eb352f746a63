import type { DatasetDescription } from '../../entries/dataset.js';
import { players } from '../../entries/player.js';
import type { Tagged } from '../../entries/tagged.js';
import type { NormalSpec, Scheduled } from '../normalSpec.js';
import { clockOf, scheduleOf } from '../schedule.js';
import type { RuleContext } from './resolveContext.js';
import { stepsForEach, stepsToTry } from './stepsToTry.js';

/** Warns of a network whose learning rate is 0 at every step, so that it is never trained. */
export function adviseRates(
  spec: NormalSpec,
  data: DatasetDescription,
  { report, registry }: RuleContext,
): void {
  const clock = clockOf(spec, data);
  const { steps } = spec.training;
  for (const player of players) {
    const optimizer: Tagged & { readonly learningRate?: Scheduled } = spec.optimizers[player];
    const { learningRate } = optimizer;
    if (learningRate === undefined) continue;
    const rateAt = scheduleOf(learningRate, registry, clock);
    const maxCount = stepsForEach([learningRate]);
    if (stepsToTry(learningRate, { steps, maxCount, clock }).some((step) => rateAt(step) !== 0))
      continue;
    report.warning(
      'GAN318',
      `/optimizers/${player}/learningRate`,
      `the learning rate of the ${player} is 0 at every step, so it stays as it starts`,
      { hint: 'give it a learning rate above 0, unless it is meant' },
    );
  }
}
