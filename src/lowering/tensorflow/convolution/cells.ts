/**
 * Images with the positions of their maps first: cell by cell, each a matrix of images by channels. A cell is a block of
 * strides[0] by strides[1] positions, which count as channels; zeros fill up the last cells.
 */
import { sizeOf, type Shape } from '../../../ir/tensorType.js';
import { cut, padded, reshaped, transposed } from '../shapes.js';
import type { TensorFlowBuilder, TensorFlowValue } from '../tensorflowBuilder.js';

type Strides = readonly [down: number, right: number];

/** `[batch, height, width, channels]` to `[cells, batch, positions of a cell · channels]`. */
export function toCells(
  images: TensorFlowValue,
  strides: Strides,
  graph: TensorFlowBuilder,
): TensorFlowValue {
  const [batch = 1, height = 1, width = 1, channels = 1] = images.shape;
  const [rows, columns] = cellsOf(images.shape, strides);
  const [down, right] = strides;
  const bottom = [0, rows * down - height] as const;
  const whole = padded(images, [bottom, [0, columns * right - width]], graph);
  const split = isOne(strides)
    ? transposed(reshaped(whole, [batch, rows * columns, channels], graph), [1, 0, 2], graph)
    : transposed(
        reshaped(whole, [batch, rows, down, columns, right, channels], graph),
        [1, 3, 0, 2, 4, 5],
        graph,
      );
  return reshaped(split, [rows * columns, batch, sizeOf(strides) * channels], graph);
}

/** The images of a shape from their cells. */
export function fromCells(
  cells: TensorFlowValue,
  shape: Shape,
  strides: Strides,
  graph: TensorFlowBuilder,
): TensorFlowValue {
  const [batch = 1, , , channels = 1] = shape;
  const [rows, columns] = cellsOf(shape, strides);
  const [down, right] = strides;
  const joined = isOne(strides)
    ? transposed(cells, [1, 0, 2], graph)
    : transposed(
        reshaped(cells, [rows, columns, batch, down, right, channels], graph),
        [2, 0, 3, 1, 4, 5],
        graph,
      );
  const whole = reshaped(joined, [batch, rows * down, columns * right, channels], graph);
  return cut(whole, [0, 0, 0, 0], shape, graph);
}

/** Cells below each other, and side by side. */
function cellsOf([, height = 1, width = 1]: Shape, [down, right]: Strides): Strides {
  return [Math.ceil(height / down), Math.ceil(width / right)];
}

function isOne([down, right]: Strides): boolean {
  return down === 1 && right === 1;
}
