import { typeText, type TensorType } from './tensorType.js';

/** A key of a constant that is filled with one number; 0 and −0 have different keys. */
export function fillKey(fill: number, type: TensorType): string {
  return `${Object.is(fill, -0) ? '-0' : fill}:${typeText(type)}`;
}
