/** What penalties ask of the rest of a spec. */
import type { DatasetDescription } from '../../entries/dataset.js';
import type { Player } from '../../entries/player.js';
import { entryOf } from '../../entries/entryOf.js';
import { firstConfig } from '../schedule.js';
import type { NormalSpec } from '../normalSpec.js';
import { checkLayerName } from './checkLayerName.js';
import { countText, shapeText } from './quantityText.js';
import type { RuleContext } from './resolveContext.js';

/** Lazy penalties that may act on one network's update: their combinations double with each. */
const mostLazy = 4;

/** Refuses penalties on layers that do not exist, penalties on images where samples are none, and too many lazy ones. */
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
      `${penalty.type} changes images [height, width, channels], but ${spec.data.type} is ${shapeText(shape)}`,
      { hint: 'use a penalty that takes any samples, such as r1' },
    );
  });
  checkLazy(spec, { registry, report });
}

/** Every combination of lazy penalties that act on an update is a graph of its own. */
function checkLazy({ penalties, training }: NormalSpec, { registry, report }: RuleContext): void {
  const lazy = penalties.flatMap((penalty, index) => {
    const networks = entryOf(registry, 'penalty', penalty.type).networks(penalty);
    return penalty.every > 1 ? [{ index, networks }] : [];
  });
  const updates: readonly (readonly Player[])[] =
    training.update === 'alternating'
      ? [['discriminator'], ['generator']]
      : [['discriminator', 'generator']];
  for (const trained of updates) {
    const acting = lazy.filter(({ networks }) => networks.some((each) => trained.includes(each)));
    const first = acting[mostLazy];
    if (!first) continue;
    report.error(
      'GAN216',
      `/penalties/${first.index}/every`,
      `${countText(acting.length)} lazy penalties act on the update of the ${trained.join(' and the ')}, and each combination of them is a graph of its own`,
      { hint: `let ${mostLazy} of them at most have an "every" of more than 1` },
    );
  }
}
