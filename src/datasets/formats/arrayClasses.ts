/** Classes of the samples of an array, from an array of labels. */
import type { DatasetDescription, DatasetWarning, LoadedDataset } from '../../entries/dataset.js';
import { classesOf, scarceClasses } from '../shared/classes.js';
import { labelReader } from '../shared/labelReader.js';
import { labelNumbers, type LabelArray } from './labelNumbers.js';

/** Classes as parts of the description of a data set and of the open data set. */
export interface ArrayClasses {
  readonly described: Pick<DatasetDescription, 'classes' | 'classList'>;
  readonly warnings: readonly DatasetWarning[];
  readonly reader: Pick<LoadedDataset, 'readLabels'>;
}

/** The classes of samples without labels. */
export const noClasses: ArrayClasses = { described: { classes: null }, warnings: [], reader: {} };

/**
 * Classes of the first samples of a file: the labels that occur.
 * @param samples The file, and the number of all its samples.
 * @param limit Samples that are used; null for all.
 * @throws GanspecError GAN407
 */
export function arrayClasses(
  array: LabelArray,
  samples: { readonly file: string; readonly count: number },
  limit: number | null,
): ArrayClasses {
  const labels = labelNumbers(array, samples.count, samples.file);
  const { list, indices } = classesOf(labels.subarray(0, limit ?? samples.count));
  return {
    described: { classes: list.length, classList: list },
    warnings: scarceClasses(array.file, list),
    reader: { readLabels: labelReader(labels.map((label) => indices.get(label) ?? 0)) },
  };
}
