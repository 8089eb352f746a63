/** Draws points of the plane: real ones in grey, generated ones over them in colour. */
import { drawText, letterSize, nameText } from './font.js';
import type { Picture } from './png.js';

type Colour = readonly [red: number, green: number, blue: number];
const realColour: Colour = [176, 176, 176];
const generatedColour: Colour = [214, 39, 40];
/** Colours of classes, as those of Tableau and matplotlib; more classes have one colour. */
const classColours: readonly Colour[] = [
  [31, 119, 180],
  [255, 127, 14],
  [44, 160, 44],
  [214, 39, 40],
  [148, 103, 189],
  [140, 86, 75],
  [227, 119, 194],
  [127, 127, 127],
  [188, 189, 34],
  [23, 190, 207],
];

/** Height and width of the picture in pixels. */
const side = 512;
/** Part of the picture left free around the real points on each side. */
const margin = 0.15;
/** Height and width of a point in pixels. */
const dot = 3;
/** Pixels from the edges to the names of classes. */
const legend = 8;
const lineHeight = letterSize.height + 4;

/** Classes of points. */
export interface PointGroups {
  /** Class of each point. */
  readonly labels: Int32Array;
  /** Names of the classes; fewer than there are where they have numbers only. */
  readonly names: readonly string[];
}

/**
 * One picture of real and generated points; both axes have one scale; y points upwards.
 * Points outside the picture and NaNs are left out.
 * @param real Points `[x, y]` one after the other.
 * @param generated Likewise.
 * @param groups Classes of the generated points, each drawn in a colour of its own with its name in the corner.
 * @param fitted Points that fit into the picture: by default the real ones, or the generated ones where no real ones are given.
 */
export function scatterPlot(
  real: Float32Array,
  generated: Float32Array,
  groups?: PointGroups,
  fitted = real.length > 0 ? real : generated,
): Picture {
  const pixels = new Uint8Array(side * side * 3).fill(255);
  const toPixel = viewOf(fitted);
  drawPoints(pixels, real, realColour, toPixel);
  const classes = [...new Set(groups?.labels)].sort((a, b) => a - b);
  if (!groups || classes.length > classColours.length) {
    drawPoints(pixels, generated, generatedColour, toPixel);
  } else {
    classes.forEach((label, place) => {
      const points = generated.filter((_, i) => groups.labels[Math.floor(i / 2)] === label);
      const colour = classColours[place] ?? generatedColour;
      drawPoints(pixels, points, colour, toPixel);
      drawName(pixels, nameText(groups.names[label], label), colour, place);
    });
  }
  return { width: side, height: side, channels: 3, pixels };
}

/** Writes the name of a class into its line of the upper left corner. */
function drawName(pixels: Uint8Array, name: string, colour: Colour, line: number): void {
  drawText(name, (x, y) => {
    pixels.set(colour, ((line * lineHeight + legend + y) * side + legend + x) * 3);
  });
}

type ToPixel = (x: number, y: number) => readonly [column: number, row: number];

function viewOf(points: Float32Array): ToPixel {
  const [lowX, highX] = extent(points, 0);
  const [lowY, highY] = extent(points, 1);
  const width = Math.max(highX - lowX, highY - lowY) || 1;
  const scale = (side * (1 - 2 * margin)) / width;
  const middle = side / 2;
  return (x, y) => [
    Math.floor(middle + (x - (lowX + highX) / 2) * scale),
    Math.floor(middle - (y - (lowY + highY) / 2) * scale),
  ];
}

function extent(points: Float32Array, axis: number): readonly [low: number, high: number] {
  const values = points.filter((value, i) => i % 2 === axis && Number.isFinite(value));
  return [
    values.reduce((low, value) => Math.min(low, value), Infinity),
    values.reduce((high, value) => Math.max(high, value), -Infinity),
  ];
}

function drawPoints(
  pixels: Uint8Array,
  points: Float32Array,
  colour: Colour,
  toPixel: ToPixel,
): void {
  const reach = (dot - 1) / 2;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [column, row] = toPixel(points[i] ?? NaN, points[i + 1] ?? NaN);
    // False for NaN too.
    const inside = [column, row].every((at) => at >= reach && at < side - reach);
    if (!inside) continue;
    for (let y = row - reach; y <= row + reach; y++) {
      for (let x = column - reach; x <= column + reach; x++) pixels.set(colour, (y * side + x) * 3);
    }
  }
}
