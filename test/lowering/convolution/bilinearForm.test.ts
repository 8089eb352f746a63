/** The bilinear forms in float64, computed with their matrices as they stand, against plain sums. */
import { expect, it } from 'vitest';
import { spatialPadding } from '../../../src/ir/convGeometry.js';
import {
  fourierTiles,
  toomCookTiles,
  wholeAxis,
  type Axis,
  type AxisForm,
} from '../../../src/lowering/convolution/axis.js';
import {
  bilinearForm,
  type BilinearForm,
  type Matrix,
} from '../../../src/lowering/convolution/bilinearForm.js';
import {
  geometryOf,
  inPositionsOf,
  meets,
  outPositionsOf,
  tapsOf,
  type ConvGeometry,
} from '../../../src/lowering/convolution/geometry.js';

function dot(row: readonly number[] | undefined, values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (row?.[at] ?? NaN), 0);
}

function applied(matrix: Matrix, values: readonly number[]): readonly number[] {
  return matrix.map((row) => dot(row, values));
}

/** One channel, one filter, one image. */
function byForm(form: BilinearForm, x: readonly number[], w: readonly number[], out: number) {
  const y = Array.from({ length: out }, () => NaN);
  const filter = applied(form.w, w);
  for (let tile = 0; tile < form.tiles; tile++) {
    const rows = form.x.map((matrixRow, row) => {
      let sum = 0;
      for (let phase = 0; phase < form.phases; phase++) {
        const cells = matrixRow.map((_, cell) => {
          const source = form.sources[(tile * form.cells + cell) * form.phases + phase] ?? NaN;
          return x[source] ?? 0;
        });
        sum += dot(matrixRow, cells) * (filter[row * form.phases + phase] ?? NaN);
      }
      return sum;
    });
    for (let at = 0; at < form.outputs; at++) {
      const target = form.targets[tile * form.outputs + at] ?? NaN;
      if (target < out)
        y[target] = dot(
          form.y.map((row) => row[at] ?? NaN),
          rows,
        );
    }
  }
  return y;
}

function directly(geometry: ConvGeometry, x: readonly number[], w: readonly number[], out: number) {
  return Array.from({ length: out }, (_, at) =>
    w.reduce((sum, tap, index) => {
      const position = meets(geometry, at, index);
      return position === undefined ? sum : sum + tap * (x[position] ?? NaN);
    }, 0),
  );
}

const forms: Record<string, (axis: Axis) => AxisForm | undefined> = {
  'tiles of 2 outputs': (axis) => toomCookTiles(axis, 2),
  'tiles of 4 outputs': (axis) => toomCookTiles(axis, 4),
  'Fourier tiles of 6': (axis) => fourierTiles(axis, 6),
  'the whole map': wholeAxis,
};

interface Case {
  readonly map: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: 'same' | 'valid';
}

const cases: readonly Case[] = [
  { map: [7, 7], kernel: [5, 5], strides: [1, 1], padding: 'same' },
  { map: [14, 14], kernel: [5, 5], strides: [2, 2], padding: 'same' },
  { map: [8, 8], kernel: [3, 3], strides: [1, 1], padding: 'same' },
  { map: [9, 6], kernel: [3, 4], strides: [1, 2], padding: 'same' },
  { map: [16, 16], kernel: [4, 4], strides: [2, 2], padding: 'same' },
  { map: [12, 11], kernel: [3, 5], strides: [2, 1], padding: 'valid' },
  { map: [1, 40], kernel: [1, 9], strides: [1, 2], padding: 'same' },
  { map: [1, 64], kernel: [1, 25], strides: [1, 4], padding: 'same' },
  { map: [5, 5], kernel: [5, 5], strides: [1, 1], padding: 'valid' },
  { map: [13, 13], kernel: [3, 3], strides: [3, 3], padding: 'valid' },
  { map: [9, 9], kernel: [1, 1], strides: [2, 2], padding: 'same' },
  { map: [7, 8], kernel: [2, 1], strides: [3, 2], padding: 'valid' },
];

/** The two axes of a convolution with one channel and one filter, and its geometry. */
function prepared({ map, kernel, strides, padding: rule }: Case) {
  const padding = spatialPadding(rule, map, kernel, strides);
  const axis = (at: 0 | 1): Axis => ({
    positions: map[at],
    taps: kernel[at],
    stride: strides[at],
    before: padding[at][0],
    outputs: Math.floor((map[at] + padding[at][0] + padding[at][1] - kernel[at]) / strides[at]) + 1,
  });
  const [vertical, horizontal] = [axis(0), axis(1)];
  const y = [1, vertical.outputs, horizontal.outputs, 1];
  const geometry = geometryOf([1, ...map, 1], [...kernel, 1, 1], y, { strides, padding });
  return { vertical, horizontal, geometry };
}

const applying = Object.entries(forms).flatMap(([name, form]) =>
  cases.flatMap((one) => {
    const { geometry, ...axes } = prepared(one);
    const [vertical, horizontal] = [form(axes.vertical), form(axes.horizontal)];
    if (!vertical || !horizontal) return [];
    return [{ title: `${name}: ${JSON.stringify(one)}`, vertical, horizontal, geometry }];
  }),
);

it('each form applies to most convolutions', () => {
  expect(applying.length).toBeGreaterThan(40);
});

it.each(applying)('$title', ({ vertical, horizontal, geometry }) => {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => Math.sin(3 * i + 1));
  const [x, w] = [numbers(inPositionsOf(geometry)), numbers(tapsOf(geometry))];
  const out = outPositionsOf(geometry);
  const y = byForm(bilinearForm(geometry, vertical, horizontal), x, w, out);
  directly(geometry, x, w, out).forEach((value, at) => {
    expect(y[at]).toBeCloseTo(value, 11);
  });
});
