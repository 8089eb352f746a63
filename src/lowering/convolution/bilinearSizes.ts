/** Sizes of a bilinear form, known before its matrices. */
import type { AxisForm } from './axis.js';

/** Numbers of a form that decide its time. */
export interface BilinearSizes {
  readonly rows: number;
  readonly tiles: number;
  readonly cells: number;
  readonly outputs: number;
}

/** Sizes of the product of two axes, without its matrices. */
export function bilinearSizes(vertical: AxisForm, horizontal: AxisForm): BilinearSizes {
  const points = vertical.convolution.length * horizontal.convolution.length;
  const real = realPoints(vertical) * realPoints(horizontal);
  return {
    // Two conjugate points take three rows.
    rows: real + (3 * (points - real)) / 2,
    tiles: vertical.tiles * horizontal.tiles,
    cells: vertical.cells * horizontal.cells,
    outputs: vertical.outputs * horizontal.outputs,
  };
}

function realPoints({ convolution }: AxisForm): number {
  return convolution.filter(({ conjugate }, index) => conjugate === index).length;
}
