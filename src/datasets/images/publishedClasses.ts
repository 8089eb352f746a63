/** Classes of published data sets, known without their files. */
import type { DatasetDescription, SampleClass } from '../../entries/dataset.js';
import type { Selection } from './imageDataset.js';

type CountedClass = Required<SampleClass>;

/** The selected classes, with all of their samples. @param counts Samples of each class, from class 0 on. */
export function publishedClasses(
  names: readonly string[],
  counts: readonly number[],
  { classes }: Pick<Selection, 'classes'>,
): readonly CountedClass[] {
  const list = names.map((name, label) => ({ name, count: counts[label] ?? 0 }));
  return list.filter((_, label) => classes?.includes(label) ?? true);
}

/** Number and classes of the samples; below the limit, the number of each class is not known. */
export function describeClasses(
  list: readonly CountedClass[],
  limit: number | null,
): Pick<DatasetDescription, 'count' | 'classes' | 'classList'> {
  const all = list.reduce((sum, { count }) => sum + count, 0);
  const isWhole = limit === null || limit >= all;
  return {
    count: isWhole ? all : limit,
    classes: list.length,
    classList: isWhole ? list : list.map(({ name }) => ({ name })),
  };
}
