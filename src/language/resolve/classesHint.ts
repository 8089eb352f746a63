import type { Registry } from '../../entries/registry.js';
import { entryOf } from '../../entries/entryOf.js';

/** Options of data sets that tell the classes. */
const classOptions = ['label', 'labels'];

/** The way to data with classes: an option of this data set, where it has one, or another data set. */
export function classesHint(type: string, registry: Registry): string {
  const { properties } = entryOf(registry, 'dataset', type).schema;
  const option = classOptions.find((name) => Object.hasOwn(properties, name));
  const other = 'use a data set with classes';
  return option === undefined ? other : `set "${option}" of "data", or ${other}`;
}
