/** The index of the largest of a few numbers, the first of equal ones. */
export function indexOfLargest(values: Float32Array): number {
  return values.indexOf(Math.max(...values));
}
