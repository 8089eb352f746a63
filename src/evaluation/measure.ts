import { InternalError } from '../diagnostics/errors.js';
import type { LoadedDataset } from '../entries/dataset.js';
import type { FeatureName, SampleRows } from '../entries/metric.js';
import type { Samples } from '../runs/samples.js';
import { realSamples } from '../train/feeds/realSamples.js';
import type { ChosenMetric } from './chooseMetrics.js';
import type { Backbone } from './backbone.js';
import type { MetricResult } from './ganEvaluation.js';

/** The real side of measurements. */
export interface RealSide {
  readonly dataset: LoadedDataset;
  readonly seed: number;
  readonly backbone: Backbone | undefined;
}

/** Generates samples; fewer are the first of more. */
export type Generate = (count: number) => Promise<Samples>;

/** Samples in all forms that some metric compares. */
type Forms = Readonly<Partial<Record<FeatureName, SampleRows>>>;

/**
 * Prepares measurements of generated samples beside the same real ones, and measures these beside other real ones, each
 * sample in one place only: where the data have fewer than twice as many samples, the noise floor is that of two halves.
 */
export async function prepareMeasuring(
  metrics: readonly ChosenMetric[],
  { dataset, seed, backbone }: RealSide,
): Promise<(generate: Generate) => Promise<readonly MetricResult[]>> {
  const most = Math.max(...metrics.map(({ samples }) => samples));
  const needed = new Set(metrics.map(({ compared }) => compared));
  const all = realSamples(dataset, 2 * most, { seed });
  const real = partsOf(await formsOf(all, needed, backbone));
  const total = all.shape[0] ?? 0;
  const plans = metrics.map((metric) => {
    const count = Math.min(metric.samples, total);
    return { ...metric, count, half: Math.min(count, Math.floor(total / 2)) };
  });
  const run = (
    { entry, config, compared }: ChosenMetric,
    rows: readonly [real: SampleRows, generated: SampleRows],
  ) =>
    entry.measure(
      { real: rows[0], generated: rows[1], data: dataset, features: compared, seed },
      config,
    );
  const floors = plans.map((plan) => {
    const { compared, half } = plan;
    return run(plan, [real(compared, 0, half), real(compared, total - half, half)]).value;
  });
  return async (generate) => {
    const generated = partsOf(await formsOf(await generate(most), needed, backbone));
    return plans.map((plan, i): MetricResult => {
      const { entry, config, compared, count, half } = plan;
      return {
        metric: config,
        better: entry.better,
        compared,
        count,
        ...run(plan, [real(compared, 0, count), generated(compared, 0, count)]),
        noiseFloor: { value: floors[i] ?? NaN, count: half },
      };
    });
  };
}

async function formsOf(
  samples: Samples,
  needed: ReadonlySet<FeatureName>,
  backbone: Backbone | undefined,
): Promise<Forms> {
  const { data: numbers, shape, labels } = samples;
  const [count = 0] = shape;
  const rows = { count, width: numbers.length / count, numbers, ...(labels && { labels }) };
  const needsBackbone = needed.has('logits') || needed.has('features');
  return { samples: rows, ...(needsBackbone && (await backbone?.outputs(rows))) };
}

/** Consecutive samples in one form; the same rows are the same object. */
function partsOf(forms: Forms): (name: FeatureName, first: number, count: number) => SampleRows {
  const cut = new Map<string, SampleRows>();
  return (name, first, count) => {
    const key = `${name} ${first} ${count}`;
    const rows = cut.get(key) ?? part(forms[name], first, count);
    cut.set(key, rows);
    return rows;
  };
}

function part(all: SampleRows | undefined, first: number, count: number): SampleRows {
  if (!all)
    throw new InternalError('samples were not brought into the form that a metric compares');
  const { width, numbers, labels } = all;
  const rows = numbers.subarray(first * width, (first + count) * width);
  const classes = labels?.subarray(first, first + count);
  return { count, width, numbers: rows, ...(classes && { labels: classes }) };
}
