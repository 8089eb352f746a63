/** Equality of tensor types. */
import { sameShape } from './broadcast.js';
import type { TensorType } from './tensorType.js';

export function sameType(a: TensorType, b: TensorType): boolean {
  return a.dtype === b.dtype && sameShape(a.shape, b.shape);
}
