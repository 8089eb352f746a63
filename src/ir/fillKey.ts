import { typeText, type TensorType } from './tensorType.js';

/** A key of constants with one number, equal where number and type are; 0 and −0 differ. */
export function fillKey(fill: number, type: TensorType): string {
  return `${Object.is(fill, -0) ? '-0' : fill}:${typeText(type)}`;
}
