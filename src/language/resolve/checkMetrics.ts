import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import type { NormalSpec } from '../normalSpec.js';
import type { RuleContext } from './resolveContext.js';

/** Refuses metrics of `monitor` that cannot measure the data, whichever classifier there is. */
export function checkMetrics(
  { monitor, data: { type } }: NormalSpec,
  data: DatasetDescription,
  { registry, report }: RuleContext,
): void {
  monitor.metrics.forEach((config, place) => {
    const entry = entryOf(registry, 'metric', config.type);
    const reason = entry.unfit(data, config, entry.features(config));
    if (reason === undefined) return;
    report.error(
      'GAN320',
      `/monitor/metrics/${place}`,
      `the metric "${config.type}" cannot measure the samples of ${type}: ${reason}`,
      { hint: 'remove it' },
    );
  });
}
