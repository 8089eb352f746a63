/** Requirements of penalties on the rest of a spec. */
import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import { firstConfig } from '../schedule.js';
import type { NormalSpec } from '../normalSpec.js';
import type { StepPlan } from '../resolvedGan.js';
import { checkLayerName } from './checkLayerName.js';
import { countText, sampleShapeText } from './quantityText.js';
import type { RuleContext } from './resolveContext.js';

/** Largest number of lazy penalties in one step: the number of its graphs doubles with each. */
const maxLazy = 4;

/** Refuses penalties on layers that do not exist, and penalties on images where samples are none. */
export function checkPenalties(
  spec: NormalSpec,
  { shape }: DatasetDescription,
  { registry, report }: RuleContext,
): void {
  spec.penalties.forEach((penalty, index) => {
    const entry = entryOf(registry, 'penalty', penalty.type);
    for (const [option, network] of Object.entries(entry.layerOptions)) {
      const wanted = penalty[option];
      if (typeof wanted !== 'string') continue;
      checkLayerName(network, wanted, `/penalties/${index}/${option}`, spec, report);
    }
    const config = firstConfig(entry.schema, penalty, registry);
    if (shape.length === 3 || !entry.needsImages(config)) return;
    report.error(
      'GAN215',
      `/penalties/${index}`,
      `${penalty.type} changes images [height, width, channels], but ${spec.data.type} is ${sampleShapeText(shape)}`,
      { hint: 'use a penalty that takes any samples, such as r1' },
    );
  });
}

/** Refuses too many lazy penalties in one step: every combination of them is a graph of its own. */
export function checkLazy(
  { penalties }: NormalSpec,
  iteration: readonly StepPlan[],
  { report }: Pick<RuleContext, 'report'>,
): void {
  // Both halves of an extra-gradient update train the same.
  const plans = new Map(iteration.map((plan) => [plan.trains.join(' and the '), plan]));
  for (const [trained, { lazy }] of plans) {
    const excess = lazy[maxLazy];
    if (!excess) continue;
    report.error(
      'GAN216',
      `/penalties/${penalties.findIndex(({ name }) => name === excess.name)}/every`,
      `${countText(lazy.length)} lazy penalties act on the update of the ${trained}, and each combination of them is a graph of its own`,
      { hint: `let ${maxLazy} of them at most have an "every" of more than 1` },
    );
  }
}
