/** Checks of metrics. */
import type { DatasetDescription } from '../../entries/dataset.js';
import type { MetricInput, SampleRows } from '../../entries/metric.js';
import { sizeOf } from '../../ir/tensorType.js';
import { drawInto } from '../../random/draw.js';
import type { Example } from '../example.js';
import type { Check } from '../check.js';

type Metric = Example<'metric'>;

const count = 40;
const samples = { count: 1000, range: [-1, 1], classes: null } as const;

/** Data of each form. */
const forms: Readonly<Record<string, DatasetDescription>> = {
  points: {
    ...samples,
    shape: [2],
    range: null,
    mixture: {
      centres: [
        [-1, 0],
        [1, 0],
      ],
      stddev: 0.5,
    },
  },
  images: { ...samples, shape: [16, 16, 1] },
  tables: {
    ...samples,
    shape: [4],
    columns: [
      { name: 'height', kind: 'numeric', start: 0, width: 1, values: '0 to 2' },
      { name: 'colour', kind: 'categorical', start: 1, width: 3, values: 'red, green, blue' },
    ],
  },
  sound: { ...samples, shape: [64, 1], form: 'sound' },
  texts: { ...samples, shape: [6, 4], range: [0, 1], form: 'text' },
};

/** For metrics that compare samples of the same class. */
const classForms: typeof forms = { classes: { ...samples, shape: [4], classes: 2 } };

/** Numbers of a classifier's outputs, and of its layer before the last. */
const widths = { logits: 4, features: 6 };

/** Rows of one side. @param mean Of the numbers, which are normal. */
function rowsOf(width: number, name: string, mean: number): SampleRows {
  const numbers = new Float32Array(count * width);
  const address = { seed: 1, stream: `battery/${name}`, step: 0 };
  drawInto(numbers, { kind: 'normal', mean, stddev: 0.5 }, [count, width], address);
  // Numbers of a row differ in size, so that one of them is the largest more often than others.
  return {
    count,
    width,
    numbers: numbers.map((value, i) => value * (1 + (i % width) / width)),
    labels: Int32Array.from({ length: count }, (_, row) => row % 2),
  };
}

interface Probe {
  readonly form: string;
  readonly like: MetricInput;
  readonly unlike: MetricInput;
}

/** Real samples beside like ones and others, for each form of data that the metric measures. */
function probesOf({ entry, config }: Metric): readonly Probe[] {
  return Object.entries(entry.byClass ? classForms : forms).flatMap(([form, data]) => {
    const features = entry.features(config, data);
    if (entry.unfit(data, config, features) !== undefined) return [];
    const width = features === 'samples' ? sizeOf(data.shape) : widths[features];
    const against = (generated: SampleRows): MetricInput => ({
      ...{ real: rowsOf(width, 'real', 0), generated, data, features, seed: 1 },
    });
    return [
      {
        form,
        like: against(rowsOf(width, 'like', 0)),
        unlike: against(rowsOf(width, 'unlike', 1.5)),
      },
    ];
  });
}

/** A copy of the numbers, since a hook may change those that it is given. */
function bitsOf({ real, generated }: MetricInput): string {
  return [real, generated].map(({ numbers }) => numbers.join()).join('/');
}

export const metricChecks: readonly Check<Metric>[] = [
  {
    hook: 'unfit',
    claim: 'lets some form of data be measured',
    fix: `Return undefined for data that can be measured; ${Object.keys({ ...forms, ...classForms }).join(', ')} were tried.`,
    run: (metric) =>
      probesOf(metric).length > 0 ? undefined : 'it has a reason against every form of data',
  },
  {
    hook: 'measure',
    claim: 'gives a finite value for like and for unlike samples',
    fix: 'Return { value }, a finite number; leave out terms whose logarithm or quotient does not exist.',
    run: (metric) => {
      for (const { form, like, unlike } of probesOf(metric)) {
        for (const [name, input] of Object.entries({ like, unlike })) {
          const { value } = metric.entry.measure(input, metric.config);
          if (!Number.isFinite(value)) return `it is ${value} for ${name} samples (${form})`;
        }
      }
      return undefined;
    },
  },
  {
    hook: 'measure',
    claim: 'gives the same value for the same samples, and leaves them as they are',
    fix: 'Compute the value from the samples, the options and the seed alone, on copies where numbers change.',
    run: (metric) => {
      for (const { form, like } of probesOf(metric)) {
        const before = bitsOf(like);
        const first = metric.entry.measure(like, metric.config).value;
        if (bitsOf(like) !== before) return `it changes the samples (${form})`;
        const second = metric.entry.measure(like, metric.config).value;
        if (first !== second) return `it is ${first} at first, then ${second} (${form})`;
      }
      return undefined;
    },
  },
  {
    hook: 'measure',
    claim: 'tells unlike samples from like ones',
    fix: 'Compare `generated` with `real`, each in rows of `width` numbers.',
    run: (metric) => {
      for (const { form, like, unlike } of probesOf(metric)) {
        const [first, second] = [like, unlike].map(
          (input) => metric.entry.measure(input, metric.config).value,
        );
        if (first === second) return `it is ${first ?? NaN} for both (${form})`;
      }
      return undefined;
    },
  },
];
