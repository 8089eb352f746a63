/** The record of a data set in a run folder, and the comparison of the data with it. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { LoadedDataset, DatasetDescription, DatasetRecord } from '../entries/dataset.js';

/**
 * Makes the record of an open data set. Where the data set encodes samples without a recipe, only the open data set can
 * encode them.
 * @param description The one that was compiled for: files that turn out to be damaged are missing from the open data set.
 */
export function datasetRecord(
  description: DatasetDescription,
  dataset: LoadedDataset,
): DatasetRecord {
  const { recipe = dataset.encode ? undefined : null } = dataset;
  return { description: lasting(description), ...(recipe !== undefined && { recipe }) };
}

/** The lasting part of a description, with null for infinite bounds, which JSON cannot express. */
function lasting(description: DatasetDescription): DatasetDescription {
  const { shape, range, count, classes, classList, columns, form, mixture, extent, flip } =
    description;
  const bounds = range?.every(Number.isFinite) ? range : null;
  return {
    shape,
    range: bounds,
    count,
    classes,
    ...(classList && { classList }),
    ...(columns && { columns }),
    ...(form && { form }),
    ...(mixture && { mixture }),
    ...(extent && { extent }),
    ...(flip && { flip }),
  };
}

/**
 * Refuses data whose shape, classes with their names, or recipe differ from the record; the number of samples may differ.
 * @throws GanspecError GAN418
 */
export function checkUnchanged(dataset: LoadedDataset, record: DatasetRecord): void {
  const change = changeOf(dataset, record);
  if (change === undefined) return;
  throw new GanspecError(
    'GAN418',
    exitCodes.data,
    `the data have changed since the GAN was compiled: ${change}`,
    'Bring the data back as they were, or train anew; samples can be generated without them.',
  );
}

function changeOf(
  dataset: LoadedDataset,
  { description, recipe }: DatasetRecord,
): string | undefined {
  const { shape, classes, classList } = description;
  if (dataset.shape.join() !== shape.join()) {
    return `samples have the shape [${dataset.shape.join(', ')}], not [${shape.join(', ')}]`;
  }
  if (dataset.classes !== classes) {
    const now = dataset.classes === 1 ? 'is 1 class' : `are ${dataset.classes ?? 'no'} classes`;
    return `there ${now}, not ${classes ?? 'none'}`;
  }
  const place = classList?.findIndex(({ name }, i) => dataset.classList?.[i]?.name !== name) ?? -1;
  if (dataset.classList && place >= 0) {
    const [now, before] = [dataset.classList, classList].map((list) => list?.[place]?.name ?? '');
    return `class ${place} is ${JSON.stringify(now)}, not ${JSON.stringify(before)}`;
  }
  const isSame =
    recipe === undefined ||
    recipe === null ||
    JSON.stringify(recipe) === JSON.stringify(dataset.recipe);
  return isSame ? undefined : 'their values stand for other numbers';
}
