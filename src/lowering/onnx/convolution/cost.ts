/**
 * The cost model of convolutions: nanoseconds of each step in two threads of a server core with AVX-512. Only their
 * proportions matter, and those are alike on other machines.
 */

/** Rows copied by Gather: finding each row, and its numbers. */
export function gatherCost(rows: number, floats: number): number {
  return 1.5 * rows + 0.11 * rows * floats;
}

/** A copy, as Concat makes of what it joins. */
export function copyCost(floats: number): number {
  return 0.11 * floats;
}

/** The element by element sum of two tensors. */
export function addCost(floats: number): number {
  return 0.17 * floats;
}

/** A matrix transposed. */
export function transposeCost(floats: number): number {
  return 0.65 * floats;
}

/** The matrices of a stack transposed where their rows are long. */
export function swapCost(floats: number): number {
  return 0.3 * floats;
}

/** The sum over a middle axis of a tensor with this many numbers. */
export function sumCost(floats: number): number {
  return 0.5 * floats;
}

/** Sizes of a stack of products of `rows × inner` by `inner × columns`. */
export interface ProductSizes {
  readonly stack?: number;
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** True where the left factor is read with its axes swapped. */
  readonly transposed?: boolean;
}

/** Numbers that a processor multiplies at once; narrower products take as long. */
const width = 16;

/** Products: their multiplications, the packing of their factors, and the memory that a large result is written to. */
export function productCost(sizes: ProductSizes): number {
  const { stack = 1, rows, inner, transposed = false } = sizes;
  const columns = Math.ceil(sizes.columns / width) * width;
  const packing = 150 + (inner * columns) / 6;
  const turning = transposed ? (rows * inner) / (columns < 128 ? 5 : 10) : 0;
  const result = stack * rows * columns;
  const writing = result > 6e6 ? result / 20 : 0;
  return stack * ((rows * inner * columns) / 200 + packing + turning) + writing;
}
