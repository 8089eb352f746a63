/** Check of what a metric measures. */
import { isObject } from '../language/schema/mapSubschemas.js';
import { isListOf, resultInWords, type ResultCheck } from './resultCheck.js';

/** A finite value, with finite numbers beside it or none. */
export const isMeasurement: ResultCheck<unknown> = (result) => {
  if (!isObject(result) || !Number.isFinite(result['value'])) {
    return 'an object with a finite number as value';
  }
  const { standardError = 0, details = {} } = result;
  if (!Number.isFinite(standardError)) return 'one whose standardError is a finite number';
  if (!isObject(details)) return 'one whose details are numbers or lists of numbers by name';
  const odd = Object.keys(details).find(
    (name) => !isListOf(Number.isFinite)([details[name]].flat()),
  );
  return odd === undefined
    ? undefined
    : `one whose details are finite numbers or lists of them: "${odd}" is ${resultInWords(details[odd])}`;
};
