/** What is kept of a data set, and whether the data are still those. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { Dataset, DatasetDescription, DatasetRecord } from '../entries/dataset.js';

/**
 * The record of a data set that is open. Without a recipe, what it writes can be had from the open data set alone.
 * @param description As it was compiled for: of the files, some may turn out to be damaged.
 */
export function datasetRecord(description: DatasetDescription, dataset: Dataset): DatasetRecord {
  const { recipe = dataset.encode ? undefined : null } = dataset;
  return { description: finite(description), ...(recipe !== undefined && { recipe }) };
}

/** JSON has no word for infinite bounds: they are none. */
function finite({ range, ...rest }: DatasetDescription): DatasetDescription {
  return { ...rest, range: range?.every(Number.isFinite) ? range : null };
}

/**
 * Refuses data that are not what they were; there may be more or fewer of them.
 * @throws GanspecError GAN418
 */
export function checkUnchanged(dataset: Dataset, record: DatasetRecord): void {
  const change = changeOf(dataset, record);
  if (change === undefined) return;
  throw new GanspecError(
    'GAN418',
    exitCodes.data,
    `the data have changed since the GAN was compiled: ${change}`,
    'Bring the data back as they were, or train anew; samples can be generated without them.',
  );
}

function changeOf(dataset: Dataset, { description, recipe }: DatasetRecord): string | undefined {
  const { shape, classes } = description;
  if (dataset.shape.join() !== shape.join()) {
    return `samples have the shape [${dataset.shape.join(', ')}], not [${shape.join(', ')}]`;
  }
  if (dataset.classes !== classes) {
    return `there are ${dataset.classes ?? 'no'} classes, not ${classes ?? 'none'}`;
  }
  const isSame =
    recipe === undefined ||
    recipe === null ||
    JSON.stringify(recipe) === JSON.stringify(dataset.recipe);
  return isSame ? undefined : 'their values stand for other numbers';
}
