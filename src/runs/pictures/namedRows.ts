/** Images in rows, with a name before each row. */
import type { Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';
import { drawText, letterSize, textWidth } from './font.js';
import { emptyCanvas, gap, imageSize, paintImage, type Canvas } from './grid.js';
import type { Picture } from './png.js';

/** Brightness of names. */
const textLevel = 255;

/** A row of images by their numbers. */
export interface NamedRow {
  /** In letters that can be drawn. */
  readonly name: string;
  readonly images: readonly number[];
}

/**
 * Rows one below the other; where that is a narrow picture, they stand side by side in blocks.
 * @param images As of `paintImage`.
 * @param shape `[count, height, width, channels]` with 1 or 3 channels.
 */
export function namedRows(
  images: Float32Array,
  shape: Shape,
  range: Interval,
  rows: readonly NamedRow[],
): Picture {
  const { height, width, channels } = imageSize(shape);
  const longest = Math.max(...rows.map((row) => row.images.length));
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
