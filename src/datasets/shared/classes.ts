/** Classes of samples: the labels that are there, in order, with their names and counts. */
import { counted } from '../../diagnostics/counted.js';
import type { DatasetWarning, SampleClass } from '../../entries/dataset.js';
import { naturalOrder } from './naturalOrder.js';

/** The classes that labels stand for. @typeParam L A label as the data have it. */
export interface Classes<L> {
  /** From class 0 on. */
  readonly list: readonly SampleClass[];
  readonly indices: ReadonlyMap<L, number>;
}

/**
 * Numbers the labels from 0 on, without gaps.
 * @param labels Label of each sample.
 * @param options.all All classes in order, also those without samples; default: the labels that occur, numbers by size
 * and words in natural order.
 * @param options.names Name of a label; default: as it is written.
 */
export function classesOf<L extends number | string>(
  labels: ArrayLike<L>,
  {
    all,
    names = String,
  }: { readonly all?: readonly L[]; readonly names?: (label: L) => string } = {},
): Classes<L> {
  const counts = new Map(all?.map((label) => [label, 0]));
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const order = all ?? [...counts.keys()].sort(byLabel);
  return {
    list: order.map((label) => ({ name: names(label), count: counts.get(label) ?? 0 })),
    indices: new Map(order.map((label, index) => [label, index])),
  };
}

/** Samples below which nothing is said of their classes. */
const fewSamples = 4;
/** Classes for each sample from which on hardly any class has two. */
const nearlyAll = 0.9;

/** Warning of classes of which hardly any has a second sample. @param source Where they come from, for the message. */
export function scarceClasses(
  source: string,
  list: readonly SampleClass[],
): readonly DatasetWarning[] {
  const samples = list.reduce((sum, { count = 0 }) => sum + count, 0);
  if (samples < fewSamples || list.length < nearlyAll * samples) return [];
  return [
    {
      code: 'GAN429',
      message: `${source}: gives ${counted(samples, 'sample')} ${counted(list.length, 'class')}, so hardly any class has a second sample`,
      hint: 'Give labels that occur again and again; leave "labels" out where they are measured numbers or tell samples apart.',
    },
  ];
}

function byLabel(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : naturalOrder(String(a), String(b));
}

/**
 * Classes of labels that are indices of names.
 * @param selected Labels that are classes; null for all.
 */
export function namedClasses(
  names: readonly string[],
  selected: readonly number[] | null,
  labels: ArrayLike<number>,
): Classes<number> {
  const all = names.map((_, label) => label).filter((label) => selected?.includes(label) ?? true);
  return classesOf(labels, { all, names: (label) => names[label] ?? '' });
}
