import type { DatasetDescription } from '../../entries/dataset.js';
import { entryOf } from '../../entries/entryOf.js';
import type { MetricEntry } from '../../entries/metric.js';
import type { NormalSpec } from '../normalSpec.js';
import { isConditional } from './isConditional.js';
import type { RuleContext } from './resolveContext.js';

/** Refuses metrics of `monitor` that cannot measure the data, whichever classifier there is, and a best checkpoint by none. */
export function checkMetrics(
  spec: NormalSpec,
  data: DatasetDescription,
  { registry, report }: RuleContext,
): void {
  const {
    monitor,
    data: { type },
  } = spec;
  monitor.metrics.forEach((config, place) => {
    const entry = entryOf(registry, 'metric', config.type);
    const reason = untold(entry, spec) ?? entry.unfit(data, config, entry.features(config, data));
    if (reason === undefined) return;
    report.error(
      'GAN320',
      `/monitor/metrics/${place}`,
      `the metric "${config.type}" cannot measure the samples of ${type}: ${reason}`,
      { hint: 'remove it' },
    );
  });
  const { best } = monitor.checkpoint;
  if (best === null) return;
  const measured = monitor.metrics.map(({ type: metric }) => metric);
  if (!measured.includes(best)) {
    report.error(
      'GAN322',
      '/monitor/checkpoint/best',
      `"${best}" is none of the metrics of "monitor"`,
      {
        hint:
          measured.length === 0
            ? `add "metrics": ["${best}"]`
            : `use one of ${measured.join(', ')}`,
      },
    );
  } else if (monitor.metricsEvery === 0) {
    report.error(
      'GAN322',
      '/monitor/checkpoint/best',
      `"${best}" is not measured during training, so no checkpoint is the best by it`,
      { hint: 'set "metricsEvery" of "monitor" to a number of iterations' },
    );
  }
}

/** The reason why samples cannot be compared class by class. */
function untold({ byClass }: MetricEntry, spec: NormalSpec): string | undefined {
  return byClass && !isConditional(spec) ? 'the generator is told no classes' : undefined;
}
