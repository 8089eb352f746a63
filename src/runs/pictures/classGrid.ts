/** Images in rows by class, with the name of the class before each row. */
import type { Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';
import { nameText } from './font.js';
import { namedRows, type NamedRow } from './namedRows.js';
import type { Picture } from './png.js';

/**
 * A grid with a row for each class, in the order of the classes.
 * @param images As of `paintImage`.
 * @param shape `[count, height, width, channels]` with 1 or 3 channels.
 * @param labels Class of each image.
 * @param names Of the classes; one that cannot be drawn is replaced by its number.
 */
export function classGrid(
  images: Float32Array,
  shape: Shape,
  range: Interval,
  labels: Int32Array,
  names: readonly string[],
): Picture {
  return namedRows(images, shape, range, rowsOf(labels, names));
}

function rowsOf(labels: Int32Array, names: readonly string[]): readonly NamedRow[] {
  const rows = new Map<number, number[]>();
  labels.forEach((label, index) => rows.set(label, [...(rows.get(label) ?? []), index]));
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([label, images]) => ({ name: nameText(names[label], label), images }));
}
