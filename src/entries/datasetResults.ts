/** Checks of what the hooks of a data set give. */
import { isObject } from '../language/schema/mapSubschemas.js';
import { isInterval, isListOf, isShape, isSize, type ResultCheck } from './resultCheck.js';

/** True for facts that the options alone tell, or none. */
export function isOutline(value: unknown): boolean {
  return value === undefined || isDescription({ ...value, count: 1, classes: null });
}

function isDescription(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { shape, range, count, classes, classList, columns, form, mixture, extent, flip } = value;
  const isRange = range === null || isInterval(range);
  const isClasses = classes === null ? classList === undefined : isSize(classes);
  const isExtent = extent === undefined || isInterval(extent);
  const isList = isClassList(classList, classes) && isColumnList(columns);
  const isForm = [undefined, 'sound', 'text'].some((each) => each === form) && isMixture(mixture);
  const isFlip = flip === undefined || flip === false || (flip === true && isImage(shape));
  return (
    isShape(shape) &&
    isRange &&
    isSize(count) &&
    isClasses &&
    isList &&
    isForm &&
    isExtent &&
    isFlip
  );
}

function isMixture(value: unknown): boolean {
  if (value === undefined) return true;
  return (
    isObject(value) &&
    Number.isFinite(value['stddev']) &&
    isListOf(isListOf(Number.isFinite))(value['centres'])
  );
}

function isImage(shape: unknown): boolean {
  return Array.isArray(shape) && shape.length === 3;
}

function isColumnList(list: unknown): boolean {
  if (list === undefined) return true;
  const isColumn = (each: unknown): boolean =>
    isObject(each) &&
    ['name', 'kind', 'values'].every((key) => typeof each[key] === 'string') &&
    ['start', 'width'].every((key) => Number.isSafeInteger(each[key]));
  return Array.isArray(list) && list.every(isColumn);
}

function isClassList(list: unknown, count: unknown): boolean {
  if (list === undefined) return true;
  const isNamed = (each: unknown): boolean => isObject(each) && typeof each['name'] === 'string';
  return Array.isArray(list) && list.length === count && list.every(isNamed);
}

/** Check of a description. */
export const isDescribed: ResultCheck<unknown> = (value) => {
  if (!isObject(value) || !isDescription(value)) {
    return 'an object with shape, range, count and classes';
  }
  const { warnings = [] } = value;
  return isListOf(isWarning)(warnings)
    ? undefined
    : 'one whose warnings are objects with texts as code and message';
};

/** Check of an open data set. */
export const isOpened: ResultCheck<unknown> = (value, inputs, entry) => {
  if (!isObject(value) || !isDescription(value) || typeof value['read'] !== 'function') {
    return 'an object with shape, range, count, classes and read';
  }
  const { classes, readLabels, recipe } = value;
  if (classes !== null && typeof readLabels !== 'function') {
    return 'one with readLabels, as its samples have classes';
  }
  return isJson(recipe) ? isDescribed(value, inputs, entry) : 'one whose recipe is plain JSON';
};

function isWarning(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { code, message, hint = '' } = value;
  return [code, message, hint].every((text) => typeof text === 'string');
}

function isJson(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}

/** True for a file of samples. */
export function isEncoded(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['extension'] === 'string' &&
    // It becomes part of a path.
    /^\w{1,16}$/.test(value['extension']) &&
    value['bytes'] instanceof Uint8Array
  );
}

/** Accepts all results but a promise, whose numbers would come too late, where the array is still there. */
export function filled(expected: string): ResultCheck<unknown> {
  return (result, [indices, out]) => {
    const isPromise = isObject(result) && typeof result['then'] === 'function';
    const isGone = lengthOf(indices) > 0 && lengthOf(out) === 0;
    return isPromise || isGone ? expected : undefined;
  };
}

function lengthOf(array: unknown): number {
  return ArrayBuffer.isView(array) ? array.byteLength : 0;
}
