/** Options that a schedule drives: they reach the functions that are recorded as scalar tensors. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import { interpret } from '../oracle/interpret.js';
import type { Feeds } from '../oracle/slopes.js';
import type { Kind } from '../entries/entry.js';
import type { Tagged } from '../entries/tagged.js';
import type { PropertySchema } from '../language/schema/fragment.js';
import type { Recorder } from '../trace/record.js';
import { feedsAt, type Variable } from './derivatives.js';
import type { Example } from './example.js';
import type { Objection } from './finding.js';

/** The question, but for its hook. */
export const takesTensors = {
  question: 'computes the same with each schedulable option as a tensor and as a number',
  fix: 'A schedulable option may be a scalar tensor: compute with tf.mul(2, option), not 2 * option, and with tf.maximum, not Math.max.',
};

/** Options as a recorded function gets them: the scheduled one is a scalar input. */
export function graphConfig({ config, scheduled }: Example<Kind>, recorder: Recorder): Tagged {
  if (scheduled === undefined) return config;
  const tensor = recorder.input(inputOf(scheduled), { dtype: 'float32', shape: [] }, 'feed');
  return { ...config, [scheduled]: tensor };
}

function inputOf(option: string): string {
  return `option/${option}`;
}

/**
 * What speaks against an entry that is given a tensor for a number: the first schedulable option with which it throws or
 * computes something else, at the number of the example or at another.
 *
 * @param variables Inputs of either sign; see `feedsAt` for the others.
 * @param graphOf What the entry computes with an example's options.
 */
export function scheduledObjection<E extends Example<Kind>>(
  example: E,
  variables: readonly Variable[],
  graphOf: (example: E) => KernelGraph,
): Objection {
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
    const objections = alternatives(wanted, graph, feeds).map((one) =>
      difference(interpret(graph, one), interpret(wanted, one)),
    );
    if (objections.every((one) => one !== undefined)) {
      return `"${option}" may be a tensor, as a schedule gives it: with a tensor of ${value} ${objections[0] ?? ''}`;
    }
  }
  return undefined;
}

/**
 * At 0 or 1 a number may spare an entry the drawing of what a tensor makes it draw, none or all of which then happens.
 */
function alternatives(wanted: KernelGraph, graph: KernelGraph, feeds: Feeds): readonly Feeds[] {
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

/** The first number in which results differ. */
function difference(found: Results, expected: Results): Objection {
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
    return error instanceof Error ? error.message : String(error);
  }
}

/** Numbers are float32 where they become part of a graph. */
function same(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-6 + 1e-5 * Math.abs(b);
}

/** Each schedulable option with the number that the example has, and with another that its bounds allow. */
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
