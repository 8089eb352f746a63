/** A two-dimensional convolution as products in which one factor is constant: the forms of its two axes multiplied. */
import type { ConvGeometry } from './geometry.js';
import type { AxisForm } from './axis.js';
import { times, type Complex } from './complex.js';

/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/**
 * y = Y · ((W · w) ∗ (X · x)) for every tile, where ∗ multiplies [channels] by [channels, filters] in each row. Phases count as
 * channels: s = vertical stride · horizontal stride.
 */
export interface BilinearForm {
  readonly tiles: number;
  /** Cells that a tile reads. */
  readonly cells: number;
  readonly phases: number;
  /** Outputs that a tile makes. */
  readonly outputs: number;
  /** `[rows, cells]` */
  readonly x: Matrix;
  /** `[rows · phases, taps]` */
  readonly w: Matrix;
  /** `[rows, outputs]`: the transpose of Y. */
  readonly y: Matrix;
  /** By tap its phase. */
  readonly tapPhases: readonly number[];
  /** By `[tile, cell, phase]` the input position; one past the last for none. */
  readonly sources: Int32Array;
  /** By `[tile, output]` the output position; one past the last for none. */
  readonly targets: Int32Array;
}

/** The product of the forms of the two axes. */
export function bilinearForm(
  geometry: ConvGeometry,
  vertical: AxisForm,
  horizontal: AxisForm,
): BilinearForm {
  const { strides, height, width, outHeight, outWidth } = geometry;
  const phases = strides[0] * strides[1];
  const rows = rowsOf(vertical, horizontal);
  const taps = pairs(geometry.kernelHeight, geometry.kernelWidth);
  const cells = pairs(vertical.cells, horizontal.cells);
  const outputs = pairs(vertical.outputs, horizontal.outputs);
  const tiles = pairs(vertical.tiles, horizontal.tiles);
  const allPhases = pairs(...strides);
  return {
    tiles: tiles.length,
    cells: cells.length,
    phases,
    outputs: outputs.length,
    x: rows.map((row) => cells.map((cell) => row.x(cell))),
    w: rows.flatMap((factors) =>
      allPhases.map(([down, right]) =>
        taps.map(([row, column]) => {
          const isOfPhase = row % strides[0] === down && column % strides[1] === right;
          return isOfPhase ? factors.w([vertical.offset(row), horizontal.offset(column)]) : 0;
        }),
      ),
    ),
    y: rows.map((row) => outputs.map((output) => row.y(output))),
    tapPhases: taps.map(([row, column]) => (row % strides[0]) * strides[1] + (column % strides[1])),
    sources: Int32Array.from(
      tiles.flatMap((tile) =>
        cells.flatMap((cell) =>
          allPhases.map((phase) =>
            positionIn(height, width, [
              vertical.position(tile[0], cell[0], phase[0]),
              horizontal.position(tile[1], cell[1], phase[1]),
            ]),
          ),
        ),
      ),
    ),
    targets: Int32Array.from(
      tiles.flatMap((tile) =>
        outputs.map((output) =>
          positionIn(outHeight, outWidth, [
            tile[0] * vertical.outputs + output[0],
            tile[1] * horizontal.outputs + output[1],
          ]),
        ),
      ),
    ),
  };
}

/** A pair of vertical and horizontal indices. */
type Pair = readonly [number, number];

/** One row of each matrix. */
interface Row {
  x(cell: Pair): number;
  w(offset: Pair): number;
  y(output: Pair): number;
}

/**
 * Real rows of the products of points: one where the factors are real, else three for it and its conjugate, since two conjugate
 * products of complex numbers take three of real ones (Gauss).
 */
function rowsOf(vertical: AxisForm, horizontal: AxisForm): readonly Row[] {
  return vertical.convolution.flatMap((down, i) =>
    horizontal.convolution.flatMap((right, j): readonly Row[] => {
      const product = {
        x: (cell: Pair) => times(down.x(cell[0]), right.x(cell[1])),
        w: (offset: Pair) => times(down.w(offset[0]), right.w(offset[1])),
        y: (output: Pair) => times(down.y(output[0]), right.y(output[1])),
      };
      if (down.conjugate === i && right.conjugate === j) return [onProduct(product, real)];
      const isSecond = down.conjugate < i || (down.conjugate === i && right.conjugate < j);
      if (isSecond) return [];
      return gauss.map((parts) => onProduct(product, parts));
    }),
  );
}

/** Real numbers from the complex factors of a row. */
interface Parts {
  x(z: Complex): number;
  w(z: Complex): number;
  y(z: Complex): number;
}

const real: Parts = { x: ([re]) => re, w: ([re]) => re, y: ([re]) => re };

/** With X = a + ib, W = c + id and Y = u + iv: 2 Re(Y·X·W) is the sum of these three products. */
const gauss: readonly Parts[] = [
  { x: ([a, b]) => a + b, w: ([c]) => c, y: ([u, v]) => 2 * (u - v) },
  { x: ([a]) => a, w: ([c, d]) => d - c, y: ([, v]) => -2 * v },
  { x: ([, b]) => b, w: ([c, d]) => c + d, y: ([u]) => -2 * u },
];

function onProduct(
  product: { readonly [F in keyof Row]: (index: Pair) => Complex },
  parts: Parts,
): Row {
  return {
    x: (cell) => parts.x(product.x(cell)),
    w: (offset) => parts.w(product.w(offset)),
    y: (output) => parts.y(product.y(output)),
  };
}

/** All pairs of indices, row by row. */
function pairs(rows: number, columns: number): readonly Pair[] {
  return Array.from({ length: rows * columns }, (_, at): Pair => [
    Math.floor(at / columns),
    at % columns,
  ]);
}

/** The place of a row and a column in an image; one past the last where they lie outside. */
function positionIn(height: number, width: number, [row, column]: Pair): number {
  const isInside = row >= 0 && row < height && column >= 0 && column < width;
  return isInside ? row * width + column : height * width;
}
