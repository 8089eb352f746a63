/** Lists of single values where a list of lists is wanted: one mistake, not one in each item. */
import type { ErrorObject } from 'ajv';
import { isObject } from '../schema/mapSubschemas.js';
import type { ErrorsByPlace } from './errorsByPlace.js';
import type { Finding } from './finding.js';
import { placeName } from './words.js';

/**
 * Combines the errors of a list whose items should be lists, and none is.
 * @param error The error that no choice fits the list.
 * @param byPlace All errors of the spec.
 * @returns One finding; undefined for other errors.
 */
export function flatList(
  { data, instancePath, parentSchema }: ErrorObject,
  byPlace: ErrorsByPlace,
): Finding | undefined {
  if (!Array.isArray(data) || data.length === 0) return undefined;
  const aboutItems = data.map((_item, index) => byPlace.get(`${instancePath}/${index}`) ?? []);
  const isWanted = ({ keyword, params }: ErrorObject): boolean =>
    keyword === 'type' && params['type'] === 'array';
  if (!aboutItems.every((errors) => errors.length > 0 && errors.every(isWanted))) return undefined;
  const description: unknown = isObject(parentSchema) ? parentSchema['description'] : undefined;
  return {
    code: 'GAN122',
    pointer: instancePath,
    message: `${placeName(instancePath)} must be a list of lists, not of single values`,
    ...(typeof description === 'string' ? { hint: description } : {}),
  };
}
