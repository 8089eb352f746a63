/** Images in rows by class, with the name of the class before each row. */
import type { Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';
import { drawText, letterSize, nameText, textWidth } from './font.js';
import { emptyCanvas, gap, imageSize, paintImage, type Canvas } from './grid.js';
import type { Picture } from './png.js';

/** Brightness of names. */
const textLevel = 255;

/** A class and its images. */
interface ClassRow {
  readonly name: string;
  readonly images: readonly number[];
}

/**
 * A grid with a row for each class, in the order of the classes; where that is a narrow picture, the rows stand side by
 * side in blocks.
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
  const { height, width, channels } = imageSize(shape);
  const rows = rowsOf(labels, names);
  const longest = Math.max(...rows.map(({ images }) => images.length));
  const nameWidth = Math.max(...rows.map(({ name }) => textWidth(name)));
  const rowWidth = nameWidth + gap + longest * (width + gap) + gap;
  const rowHeight = Math.max(height, letterSize.height) + gap;
  const blocks = Math.max(1, Math.round(Math.sqrt((rows.length * rowHeight) / rowWidth)));
  const perBlock = Math.ceil(rows.length / blocks);
  const canvas = emptyCanvas(
    Math.ceil(rows.length / perBlock) * rowWidth + gap,
    perBlock * rowHeight + gap,
    channels,
  );
  rows.forEach((row, place) => {
    const left = gap + Math.floor(place / perBlock) * rowWidth;
    const top = gap + (place % perBlock) * rowHeight;
    const middle = top + Math.floor((rowHeight - gap - letterSize.height) / 2);
    paintText(canvas, row.name, left, middle);
    row.images.forEach((index, i) => {
      const at = { index, left: left + nameWidth + gap + i * (width + gap), top };
      paintImage(canvas, images, shape, range, at);
    });
  });
  return canvas;
}

function rowsOf(labels: Int32Array, names: readonly string[]): readonly ClassRow[] {
  const rows = new Map<number, number[]>();
  labels.forEach((label, index) => rows.set(label, [...(rows.get(label) ?? []), index]));
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([label, images]) => ({ name: nameText(names[label], label), images }));
}

function paintText(
  { pixels, width, channels }: Canvas,
  text: string,
  left: number,
  top: number,
): void {
  drawText(text, (x, y) => {
    const at = ((top + y) * width + left + x) * channels;
    pixels.fill(textLevel, at, at + channels);
  });
}
