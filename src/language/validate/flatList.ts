/** Lists of single values where a list of lists is wanted: one mistake, not one in each item. */
import type { ErrorObject } from 'ajv';
import { isObject } from '../schema/mapSubschemas.js';
import type { Finding } from './finding.js';
import { placeName } from './words.js';

/**
 * Combines the errors of a list whose items should be lists, and none is.
 * @param error The error that no choice fits the list.
 * @param all All errors of the spec.
 * @returns One finding; undefined for other errors.
 */
export function flatList(
  { data, instancePath, parentSchema }: ErrorObject,
  all: readonly ErrorObject[],
): Finding | undefined {
  if (!Array.isArray(data) || data.length === 0) return undefined;
  const places = data.map((_item, index) => `${instancePath}/${index}`);
  const aboutItems = all.filter((error) => places.includes(error.instancePath));
  const isWanted = ({ keyword, params }: ErrorObject): boolean =>
    keyword === 'type' && params['type'] === 'array';
  const wrong = new Set(aboutItems.map((error) => error.instancePath));
  if (wrong.size < places.length || !aboutItems.every(isWanted)) return undefined;
  const description: unknown = isObject(parentSchema) ? parentSchema['description'] : undefined;
  return {
    code: 'GAN122',
    pointer: instancePath,
    message: `${placeName(instancePath)} must be a list of lists, not of single values`,
    ...(typeof description === 'string' ? { hint: description } : {}),
  };
}
