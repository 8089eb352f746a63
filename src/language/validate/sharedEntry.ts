/** One entry where an object with an entry for each of its keys is wanted: one mistake, not one in each option. */
import type { ErrorObject } from 'ajv';
import type { JsonNode } from '../../source/jsonTree.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { ErrorsByPlace } from './errorsByPlace.js';
import type { Finding } from './finding.js';
import { wholeForm } from './shortForm.js';
import type { Vocabulary } from './vocabulary.js';
import { placeName } from './words.js';

/**
 * Combines the errors of such an object.
 * @param error The error about its key `type`.
 * @param byPlace All errors of the spec.
 * @returns One finding; undefined for other errors.
 */
export function sharedEntry(
  { data, instancePath, keyword, params, parentSchema }: ErrorObject,
  byPlace: ErrorsByPlace,
  vocabulary: Vocabulary,
): Finding | undefined {
  const isAboutType = keyword === 'additionalProperties' && params['additionalProperty'] === 'type';
  if (!isAboutType || !isObject(data) || !isObject(parentSchema)) return undefined;
  const unknown = (byPlace.get(instancePath) ?? [])
    .filter((error) => error.keyword === 'additionalProperties')
    .map((error) => String(error.params['additionalProperty']));
  // Keys of the object itself, which may come from a base, are no part of the entry.
  const isOwn = (key: string): boolean => unknown.includes(key);
  const entry = Object.fromEntries(Object.entries(data).filter(([key]) => isOwn(key)));
  const whole = wholeForm(entry, instancePath, [parentSchema], vocabulary);
  if (!whole) return undefined;
  const keys = whole.correction.inside.map((inside) => JSON.stringify(inside.slice(1)));
  return {
    code: 'GAN122',
    pointer: instancePath,
    message: `${placeName(instancePath)} must be an object with ${keys.join(' and ')}, received one ${String(data['type'])} for all`,
    hint: whole.text,
    correction: () => ({
      ...whole.correction,
      by: (node) => whole.correction.by(withKeys(node, isOwn)),
    }),
  };
}

function withKeys(node: JsonNode, isKept: (key: string) => boolean): JsonNode {
  if (node.kind !== 'object') return node;
  return { ...node, members: new Map([...node.members].filter(([key]) => isKept(key))) };
}
