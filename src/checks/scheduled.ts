/** Checks of schedulable options, which are scalar tensors in recorded functions. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import { interpret } from '../oracle/interpret.js';
import type { InputValues } from '../oracle/finiteDifferences.js';
import type { Kind } from '../entries/entry.js';
import type { Tagged } from '../entries/tagged.js';
import type { PropertySchema } from '../language/schema/fragment.js';
import type { Recorder } from '../trace/record.js';
import { feedsAt, type Variable } from './derivatives.js';
import type { Example } from './example.js';
import type { Failure } from './check.js';
import { messageOf } from '../diagnostics/errors.js';

/** Claim and way out of the check, for any hook. */
export const takesTensors = {
  claim: 'computes the same with each schedulable option as a tensor and as a number',
  fix: 'A schedulable option may be a scalar tensor: compute with tf.mul(2, option), not 2 * option, and with tf.maximum, not Math.max.',
};

/** Options of a recorded function, the scheduled one as a scalar input. */
export function graphConfig({ config, scheduled }: Example<Kind>, recorder: Recorder): Tagged {
  if (scheduled === undefined) return config;
  const tensor = recorder.input(inputOf(scheduled), { dtype: 'float32', shape: [] }, 'feed');
  return { ...config, [scheduled]: tensor };
}

function inputOf(option: string): string {
  return `option/${option}`;
}

/**
 * Compares the results of each schedulable option as a tensor and as a number, at the number of the example and at another.
 *
 * @param variables Inputs of either sign; see `feedsAt` for the others.
 * @param graphOf Records the entry with an example's options.
 */
export function scheduledFailure<E extends Example<Kind>>(
  example: E,
  variables: readonly Variable[],
  graphOf: (example: E) => KernelGraph,
): Failure {
  for (const [option, value] of scheduledNumbers(example)) {
    const fixed = { ...example, config: { ...example.config, [option]: value } };
    const wanted = graphOf(fixed);
    const graph = attempt(() => graphOf({ ...fixed, scheduled: option }));
    if (typeof graph === 'string') {
      return `"${option}" may be a tensor, as a schedule gives it, and then it throws: ${graph}`;
    }
    const feeds = new Map([
      ...feedsAt('scheduled', wanted, variables),
      ...feedsAt('scheduled', graph, variables),
    ]);
    feeds.set(inputOf(option), Float64Array.of(value));
    const failures = alternatives(wanted, graph, feeds).map((one) =>
      difference(interpret(graph, one), interpret(wanted, one)),
    );
    if (failures.every((one) => one !== undefined)) {
      return `"${option}" may be a tensor, as a schedule gives it: with a tensor of ${value} ${failures[0] ?? ''}`;
    }
  }
  return undefined;
}

/**
 * Feeds for random inputs that only the graph with a tensor has: with the number 0 or 1 an entry may draw nothing, which
 * equals draws of 0, or of 1, throughout.
 */
function alternatives(
  wanted: KernelGraph,
  graph: KernelGraph,
  feeds: InputValues,
): readonly InputValues[] {
  const known = new Set(wanted.inputs.map(({ name }) => name));
  const spared = graph.inputs.filter(({ name }) => name.startsWith('random/') && !known.has(name));
  if (spared.length === 0) return [feeds];
  return [0, 1].map((drawn) => {
    const filled = spared.map(
      ({ name }) => [name, (feeds.get(name) ?? new Float64Array()).map(() => drawn)] as const,
    );
    return new Map([...feeds, ...filled]);
  });
}

type Results = ReadonlyMap<string, Float64Array>;

/** A failure message for the first number in which results differ. */
function difference(found: Results, expected: Results): Failure {
  for (const [name, numbers] of expected) {
    const place = numbers.findIndex((number, i) => !same(found.get(name)?.[i] ?? NaN, number));
    const [tensor, number] = [found.get(name)?.[place] ?? NaN, numbers[place] ?? NaN];
    if (place >= 0) return `${name} is ${tensor}, with the number ${number}`;
  }
  return undefined;
}

function attempt<T>(compute: () => T): T | string {
  try {
    return compute();
  } catch (error) {
    return messageOf(error);
  }
}

/** Equality up to float32 rounding, which numbers undergo as constants of a graph. */
function same(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-6 + 1e-5 * Math.abs(b);
}

/** Each schedulable option with the number of the example, and with another within its bounds. */
function scheduledNumbers({
  entry,
  config,
}: Example<Kind>): readonly (readonly [string, number])[] {
  return Object.entries(config).flatMap(([option, value]: [string, unknown]) => {
    const property = entry.schema.properties[option];
    if (property?.schedulable !== true || typeof value !== 'number') return [];
    const other = [value / 2 + 0.25, value + 0.25, value - 0.25, value / 2].find(
      (number) => number !== value && isWithin(property, number),
    );
    return [value, ...(other === undefined ? [] : [other])].map(
      (number) => [option, number] as const,
    );
  });
}

function isWithin(property: PropertySchema, value: number): boolean {
  const bound = (keyword: string, none: number): number => {
    const given = property[keyword];
    return typeof given === 'number' ? given : none;
  };
  return (
    value >= bound('minimum', -Infinity) &&
    value <= bound('maximum', Infinity) &&
    value > bound('exclusiveMinimum', -Infinity) &&
    value < bound('exclusiveMaximum', Infinity)
  );
}
