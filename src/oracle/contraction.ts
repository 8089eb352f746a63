/** Reference definitions of the kernels that sum over elements: reductions, matrix products, convolutions, up-sampling. */
import type { ConvAttributes } from '../ir/kernels.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import type { Interpreters } from './interpreter.js';
import { at, broadcastPlace, broadcastShapes, eachPlace, tabulate, type Values } from './values.js';

interface ReductionAttributes {
  readonly axis: readonly number[];
  readonly keepDims: boolean;
}

function reduction(reduce: (elements: readonly number[]) => number) {
  return ([x]: readonly [Values], { axis, keepDims }: ReductionAttributes): Values => {
    const kept = x.shape.map((size, place) => (axis.includes(place) ? 1 : size));
    const groups = Array.from({ length: sizeOf(kept) }, (): number[] => []);
    let index = 0;
    eachPlace(x.shape, (place) => {
      const group = kept.reduce(
        (at, size, a) => at * size + (size === 1 ? 0 : (place[a] ?? NaN)),
        0,
      );
      groups[group]?.push(x.data[index++] ?? NaN);
    });
    const shape = keepDims ? kept : kept.filter((_, place) => !axis.includes(place));
    return { dtype: x.dtype, shape, data: Float64Array.from(groups, reduce) };
  };
}

function sum(elements: readonly number[]): number {
  return elements.reduce((total, element) => total + element, 0);
}

function four(shape: Shape): readonly [number, number, number, number] {
  const [a, b, c, d] = shape;
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new Error(`[${shape.join(',')}] has not four axes`);
  }
  return [a, b, c, d];
}

/** Number of positions of the filter on one padded axis. */
function windows(size: number, filter: number, stride: number, pads: readonly [number, number]) {
  return Math.floor((size + pads[0] + pads[1] - filter) / stride) + 1;
}

/**
 * Visits the products of a convolution by the offsets of their elements in memory:
 * image `[n, y·stride + u − top, x·stride + v − left, i]`, filter `[u, v, i, o]`, output `[n, y, x, o]`.
 */
function eachProduct(
  imageShape: Shape,
  filterShape: Shape,
  { strides, padding }: ConvAttributes,
  visit: (image: number, filter: number, output: number) => void,
): void {
  const [batch, height, width, inputs] = four(imageShape);
  const [windowHeight, windowWidth, , outputs] = four(filterShape);
  const [, rows, columns] = four(convolved(imageShape, filterShape, { strides, padding }));
  for (let n = 0; n < batch; n++)
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++)
        for (let u = 0; u < windowHeight; u++)
          for (let v = 0; v < windowWidth; v++) {
            const row = y * strides[0] + u - padding[0][0];
            const column = x * strides[1] + v - padding[1][0];
            if (row < 0 || row >= height || column < 0 || column >= width) continue;
            for (let i = 0; i < inputs; i++)
              for (let o = 0; o < outputs; o++)
                visit(
                  ((n * height + row) * width + column) * inputs + i,
                  ((u * windowWidth + v) * inputs + i) * outputs + o,
                  ((n * rows + y) * columns + x) * outputs + o,
                );
          }
}

function convolved(image: Shape, filter: Shape, { strides, padding }: ConvAttributes): Shape {
  const [batch, height, width] = four(image);
  const [filterHeight, filterWidth, , channels] = four(filter);
  return [
    batch,
    windows(height, filterHeight, strides[0], padding[0]),
    windows(width, filterWidth, strides[1], padding[1]),
    channels,
  ];
}

function zeros(shape: Shape): Values {
  return tabulate('float32', shape, () => 0);
}

/** Adds the product of two elements to a third. */
function addProduct(
  to: Values,
  place: number,
  a: Values,
  placeA: number,
  b: Values,
  placeB: number,
) {
  to.data[place] = (to.data[place] ?? NaN) + (a.data[placeA] ?? NaN) * (b.data[placeB] ?? NaN);
}

function swapped(shape: Shape, swap: boolean): Shape {
  return swap ? [...shape.slice(0, -2), ...shape.slice(-2).reverse()] : shape;
}

/** The interpreters, by kernel. */
export const contractionInterpreters = {
  Sum: reduction(sum),
  Mean: reduction((elements) => sum(elements) / elements.length),
  Max: reduction((elements) => Math.max(...elements)),
  Min: reduction((elements) => Math.min(...elements)),
  BatchMatMul: ([a, b], { transposeA, transposeB }) => {
    const [rows = NaN, inner = NaN] = swapped(a.shape, transposeA).slice(-2);
    const [, columns = NaN] = swapped(b.shape, transposeB).slice(-2);
    const batch = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
    return tabulate('float32', [...batch, rows, columns], (place) => {
      const [row = NaN, column = NaN] = place.slice(-2);
      const batchA = broadcastPlace(place.slice(0, -2), a.shape.slice(0, -2));
      const batchB = broadcastPlace(place.slice(0, -2), b.shape.slice(0, -2));
      let total = 0;
      for (let k = 0; k < inner; k++) {
        total +=
          at(a, [...batchA, ...(transposeA ? [k, row] : [row, k])]) *
          at(b, [...batchB, ...(transposeB ? [column, k] : [k, column])]);
      }
      return total;
    });
  },
  Conv2D: ([x, filter], attributes) => {
    const y = zeros(convolved(x.shape, filter.shape, attributes));
    eachProduct(x.shape, filter.shape, attributes, (image, weight, output) => {
      addProduct(y, output, x, image, filter, weight);
    });
    return y;
  },
  Conv2DBackpropInput: ([dy, filter], attributes) => {
    const dx = zeros(attributes.inputShape);
    eachProduct(dx.shape, filter.shape, attributes, (image, weight, output) => {
      addProduct(dx, image, dy, output, filter, weight);
    });
    return dx;
  },
  Conv2DBackpropFilter: ([x, dy], attributes) => {
    const dFilter = zeros(attributes.filterShape);
    eachProduct(x.shape, dFilter.shape, attributes, (image, weight, output) => {
      addProduct(dFilter, weight, x, image, dy, output);
    });
    return dFilter;
  },
  UpSampleNearest: ([x], { factors: [vertical, horizontal] }) => {
    const [n, height, width, channels] = four(x.shape);
    return tabulate(x.dtype, [n, height * vertical, width * horizontal, channels], (place) => {
      const [image, row, column, channel] = four(place);
      return at(x, [image, Math.floor(row / vertical), Math.floor(column / horizontal), channel]);
    });
  },
  UpSampleNearestGrad: ([dy], { factors: [vertical, horizontal] }) => {
    const [n, height, width, channels] = four(dy.shape);
    return tabulate(
      dy.dtype,
      [n, height / vertical, width / horizontal, channels],
      ([image = NaN, row = NaN, column = NaN, channel = NaN]) => {
        let total = 0;
        for (let u = 0; u < vertical; u++)
          for (let v = 0; v < horizontal; v++)
            total += at(dy, [image, row * vertical + u, column * horizontal + v, channel]);
        return total;
      },
    );
  },
} satisfies Partial<Interpreters>;
