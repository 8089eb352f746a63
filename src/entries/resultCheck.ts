/** Checks of what a hook returns, as far as the result alone shows; each kind of entry has a table of them. */
import { isObject } from '../language/schema/mapSubschemas.js';
import type { Tensor } from '../tf.js';

/**
 * Compares a hook's result with its contract.
 * @param inputs Arguments of the call.
 * @returns the expected result in words, as in `a tensor`; undefined where the result is right.
 */
export type ResultCheck<E> = (
  result: unknown,
  inputs: readonly unknown[],
  entry: E,
) => string | undefined;

/** A check that looks at the result alone. @param what The expected result in words. */
export function expects(what: string, holds: (result: unknown) => boolean): ResultCheck<unknown> {
  return (result) => (holds(result) ? undefined : what);
}

/** A number, infinite ones included. */
function isNumber(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(value);
}

/** A whole number from 1 on. */
export function isSize(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0;
}

/** A list whose items all pass a test. */
export function isListOf(holds: (item: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(holds);
}

export const isShape = isListOf(isSize);

/** A pair of bounds. */
export function isInterval(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}

/** One of tfjs' tensors, of whichever copy of the library. */
export function isTensor(value: unknown): value is Tensor {
  return isObject(value) && 'dataId' in value && 'rank' in value;
}

/** A tensor of this shape. */
export function hasShape(shape: readonly number[]): (value: unknown) => boolean {
  return (value) => isTensor(value) && value.shape.join() === shape.join();
}

export const scalar = expects('a scalar; take a mean over the batch', hasShape([]));
export const number = expects('a number', isNumber);
export const boolean = expects('true or false', (value) => typeof value === 'boolean');
export const interval = expects('a pair of bounds', isInterval);

/** Finite numbers by name, as of optimizers and states. */
export const numbersByName: ResultCheck<unknown> = (result) => {
  if (!isObject(result)) return 'finite numbers by name';
  const odd = Object.keys(result).find((name) => !Number.isFinite(result[name]));
  return odd === undefined
    ? undefined
    : `finite numbers by name: "${odd}" is ${resultInWords(result[odd])}`;
};

/** A tensor of the shape of the first argument: activations, projections. */
export const likeInput: ResultCheck<unknown> = (result, [input]) => {
  const shape = isTensor(input) ? input.shape : [];
  return hasShape(shape)(result) ? undefined : `a tensor of shape [${shape.join(', ')}]`;
};

/** A result of a hook in words. */
export function resultInWords(result: unknown): string {
  if (isTensor(result)) return `a tensor of shape [${result.shape.join(', ')}]`;
  if (result instanceof Promise) return 'a promise';
  if (typeof result === 'function') return 'a function';
  if (Array.isArray(result)) return `[${result.map(resultInWords).join(', ')}]`;
  if (typeof result === 'object' && result !== null) return 'an object';
  return typeof result === 'string' ? JSON.stringify(result) : String(result);
}
