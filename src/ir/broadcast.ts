/** Broadcasting of shapes: axes are aligned at their ends, and axes that are missing or of size 1 are repeated. */
import type { Shape } from './tensorType.js';

/** Equality of shapes. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/**
 * The shape of two operands broadcast against each other.
 *
 * @returns `undefined` where an axis has two sizes and neither is 1.
 */
export function broadcastShape(a: Shape, b: Shape): Shape | undefined {
  const rank = Math.max(a.length, b.length);
  const result: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const left = a[axis - rank + a.length] ?? 1;
    const right = b[axis - rank + b.length] ?? 1;
    if (left !== right && left !== 1 && right !== 1) return undefined;
    result.push(left === 1 ? right : left);
  }
  return result;
}

/** True if a tensor of shape `from` broadcasts to shape `to`. */
export function broadcastsTo(from: Shape, to: Shape): boolean {
  const joint = broadcastShape(from, to);
  return joint !== undefined && sameShape(joint, to);
}

/** The shape padded to a rank with leading axes of size 1. */
export function alignedShape(shape: Shape, rank: number): Shape {
  return [...Array<number>(Math.max(rank - shape.length, 0)).fill(1), ...shape];
}

/** The shape with the reduced axes at size 1. */
export function keptShape(shape: Shape, axis: readonly number[]): Shape {
  return shape.map((size, at) => (axis.includes(at) ? 1 : size));
}
