import { readFileSync } from 'node:fs';
import type { DatasetDescription } from '../../src/entries/dataset.js';
import type { Measurement, MetricEntry, SampleRows } from '../../src/entries/metric.js';
import { builtIns } from '../../src/generated/entries.js';
import { Registry } from '../../src/entries/registry.js';
import { completed } from '../../src/language/normalize/completed.js';

type Table = readonly (readonly number[])[];

/** Values by independent implementations; `test/reference/independent_metrics.py` writes them. */
interface Expected {
  readonly inputs: Readonly<Record<string, Table>> & {
    readonly categoriesReal: readonly number[];
    readonly categoriesGenerated: readonly number[];
  };
  readonly texts: readonly [readonly string[], readonly string[]];
  readonly neighbours: Readonly<Record<'3' | '5', Readonly<Record<string, number>>>>;
  readonly frechet: number;
  readonly frechetByTorchFidelity: number;
  readonly frechetOfFlat: number;
  readonly eigenvalues: readonly number[];
  readonly kernel: number;
  readonly memorization: number;
  readonly sliced: number;
  readonly score: number;
  readonly similarity: readonly [number, number, number];
  readonly spectral: number;
  readonly kolmogorovSmirnov: number;
  readonly correlations: readonly [number, number];
  readonly contingency: number;
  readonly intraClass: number;
  readonly toldRight: readonly [number, number];
  readonly nGrams: readonly number[];
  readonly divergence: number;
}

const file = new URL('../reference/metrics.expected.json', import.meta.url);
export const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;

/** Rows of a table. */
export function rowsOf(table: Table = []): SampleRows {
  const width = table[0]?.length ?? 0;
  return { count: table.length, width, numbers: Float32Array.from(table.flat()) };
}

/** One of the inputs of the independent implementations. */
export function inputOf(name: string): SampleRows {
  return rowsOf(expected.inputs[name]);
}

/** A description of samples `[width]` without bounds. */
export function described(
  shape: readonly number[],
  more: Partial<DatasetDescription> = {},
): DatasetDescription {
  return { shape, range: null, count: 1000, classes: null, ...more };
}

interface Sides {
  readonly real: SampleRows;
  readonly generated: SampleRows;
  /** Default: vectors without bounds. */
  readonly data?: DatasetDescription;
}

const registry = new Registry(builtIns);

/** The measurement of a metric with these options beside its defaults. */
export function measured(
  entry: MetricEntry,
  { real, generated, data = described([real.width]) }: Sides,
  options: object = {},
): Measurement {
  const config = completed('metric', { type: entry.type, ...options }, registry);
  const features = entry.features(config, data);
  return entry.measure({ real, generated, data, features, seed: 5 }, config);
}

/** The reason of a metric against data. */
export function reasonAgainst(entry: MetricEntry, data: DatasetDescription): string | undefined {
  const config = completed('metric', entry.type, registry);
  return entry.unfit(data, config, 'samples');
}
