/** Numbers under other names that must be converted. */
import { counted } from '../../diagnostics/counted.js';
import type { DatasetContext, DatasetDescription } from '../../entries/dataset.js';
import type { Registry } from '../../entries/registry.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { toValue } from '../../source/value.js';
import { memberOf, numberOf } from '../expand/nodes.js';
import { completed } from '../normalize/completed.js';
import { stepAt } from '../schedule.js';
import type { Conversion } from '../schema/fragment.js';

/** The lengths of training that a spec gives, as far as they can be known. */
export interface SpecLengths {
  /** Samples of the data set. */
  readonly count: number | undefined;
  readonly batchSize: number;
}

/** A converted number in words, such as `9375, as 10 epochs of 60000 samples in batches of 64`. */
export function converted(
  conversion: Conversion,
  name: string,
  value: unknown,
  { count, batchSize }: SpecLengths,
): string {
  const number = typeof value === 'number' ? value : undefined;
  switch (conversion) {
    case 'complement':
      return number === undefined
        ? `one minus ${name}`
        : `${decimal(1 - number)}, one minus ${name}`;
    case 'unit':
      return `${number ?? '…'}, with "unit": "epochs"`;
    case 'epochs': {
      if (number === undefined || count === undefined) {
        return 'epochs times the samples of the data set, divided by batchSize';
      }
      const steps = whole(stepAt(number, 'epochs', { batchSize, count }));
      return `${steps}, as ${counted(number, 'epoch')} of ${count} samples in batches of ${batchSize}`;
    }
    case 'thousandImages':
      return number === undefined
        ? 'a thousand images each, divided by batchSize'
        : `${whole((number * 1000) / batchSize)}, as ${number} thousand images in batches of ${batchSize}`;
  }
}

function whole(steps: number): number {
  return Math.max(1, Math.round(steps));
}

/** Rounds away the error of a difference of binary fractions. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}

/** Reads the lengths from a spec. @param datasets Folders of data; without them the number of samples is unknown. */
export function lengthsOf(
  spec: JsonNode,
  registry: Registry,
  datasets: DatasetContext | undefined,
): SpecLengths {
  const training = nodeAt(spec, '/training');
  const batch = numberOf(memberOf(training, 'batchSize')) ?? 64;
  const accumulated = numberOf(memberOf(training, 'gradientAccumulation')) ?? 1;
  const description = datasets && describedData(spec, registry, datasets);
  return { count: description?.count, batchSize: batch * accumulated };
}

function describedData(
  spec: JsonNode,
  registry: Registry,
  datasets: DatasetContext,
): DatasetDescription | undefined {
  const data = nodeAt(spec, '/data');
  if (!data) return undefined;
  try {
    const config = completed('dataset', toValue(data), registry);
    return registry.get('dataset', config.type)?.describe(config, datasets);
  } catch {
    // The spec has mistakes, perhaps in its data too; a hint can do without the number.
    return undefined;
  }
}
