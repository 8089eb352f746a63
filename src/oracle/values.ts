/** Tensors of the reference interpreter: float64 numbers in row-major order, with the dtype that they represent. */
import { sizeOf, type DType, type Shape, type TensorType } from '../ir/tensorType.js';

export interface Values extends TensorType {
  readonly data: Float64Array;
}

/** The index of an element along each axis. */
export type Coordinates = readonly number[];

/** A tensor whose elements are a function of their coordinates, which are valid during the call only. */
export function tabulate(
  dtype: DType,
  shape: Shape,
  element: (coordinates: Coordinates) => number,
): Values {
  const data = new Float64Array(sizeOf(shape));
  const coordinates = shape.map(() => 0);
  for (let index = 0; index < data.length; index++) {
    data[index] = element(coordinates);
    advance(coordinates, shape);
  }
  return { dtype, shape, data };
}

/** The element at these coordinates. @throws Error outside the tensor. */
export function at({ shape, data }: Values, coordinates: Coordinates): number {
  let index = 0;
  for (let axis = 0; axis < shape.length; axis++) {
    const size = shape[axis] ?? NaN;
    const coordinate = coordinates[axis] ?? NaN;
    if (!(coordinate >= 0 && coordinate < size)) {
      throw new Error(`[${coordinates.join(',')}] is outside of [${shape.join(',')}]`);
    }
    index = index * size + coordinate;
  }
  return data[index] ?? NaN;
}

/** Calls `visit` with the coordinates of every element of a shape, in row-major order. */
export function eachPlace(shape: Shape, visit: (coordinates: Coordinates) => void): void {
  const coordinates = shape.map(() => 0);
  for (let left = sizeOf(shape); left > 0; left--) {
    visit(coordinates);
    advance(coordinates, shape);
  }
}

/** The coordinates in an operand that is broadcast: axes aligned at their ends, index 0 along axes of size 1. */
export function broadcastPlace(coordinates: Coordinates, shape: Shape): number[] {
  const lead = coordinates.length - shape.length;
  return shape.map((size, axis) => (size === 1 ? 0 : (coordinates[axis + lead] ?? NaN)));
}

/** The shape of two operands broadcast against each other. @throws Error where they do not broadcast. */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const sizeA = a[axis - rank + a.length] ?? 1;
    const sizeB = b[axis - rank + b.length] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) {
      throw new Error(`[${a.join(',')}] and [${b.join(',')}] do not broadcast`);
    }
    return sizeA === 1 ? sizeB : sizeA;
  });
}

function advance(coordinates: number[], shape: Shape): void {
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const next = (coordinates[axis] ?? 0) + 1;
    if (next < (shape[axis] ?? 0)) {
      coordinates[axis] = next;
      return;
    }
    coordinates[axis] = 0;
  }
}
