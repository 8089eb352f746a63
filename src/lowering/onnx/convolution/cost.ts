/**
 * The cost model of convolutions: microseconds of each step in two threads of a server core with AVX-512. Only
 * their proportions matter, and those are alike on other machines.
 */

/** Rows copied by Gather: finding each row, and its bytes. */
export function gatherMicroseconds(rows: number, floats: number): number {
  return rows * (0.0035 + floats * 0.0001);
}

/** A matrix transposed. */
export function transposeMicroseconds(floats: number): number {
  return floats * 0.00065;
}

/** The sum over a middle axis of a tensor with this many numbers. */
export function sumMicroseconds(floats: number): number {
  return floats * 0.0005;
}

/** The product of `rows × inner` by `inner × columns`: bound by its multiplications, or by the memory that it reads. */
export function productMicroseconds(rows: number, inner: number, columns: number): number {
  const multiplications = (rows * inner * columns) / 95_000;
  const floats = rows * inner + inner * columns + rows * columns;
  return Math.max(multiplications, floats / 15_000);
}
