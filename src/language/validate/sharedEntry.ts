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
 * @param error The error about its key `type`, or about `name` in the place of it.
 * @param byPlace All errors of the spec.
 * @returns One finding; undefined for other errors.
 */
export function sharedEntry(
  { data, instancePath, keyword, params, parentSchema }: ErrorObject,
  byPlace: ErrorsByPlace,
  vocabulary: Vocabulary,
): Finding | undefined {
  if (!isObject(data) || !isObject(parentSchema)) return undefined;
  const naming = ['type', 'name'].find((key) => typeof data[key] === 'string') ?? 'type';
  const isAboutType = keyword === 'additionalProperties' && params['additionalProperty'] === naming;
  if (!isAboutType) return undefined;
  const unknown = (byPlace.get(instancePath) ?? [])
    .filter((error) => error.keyword === 'additionalProperties')
    .map((error) => String(error.params['additionalProperty']));
  // Keys of the object itself, which may come from a base, are no part of the entry.
  const isOwn = (key: string): boolean => unknown.includes(key);
  const own = Object.entries(data).filter(([key]) => isOwn(key));
  const entry = Object.fromEntries(own.map(([key, value]) => [typeFor(key, naming), value]));
  const whole = wholeForm(entry, instancePath, [parentSchema], vocabulary);
  if (!whole) return undefined;
  const keys = whole.correction.inside.map((inside) => JSON.stringify(inside.slice(1)));
  return {
    code: 'GAN122',
    pointer: instancePath,
    message: `${placeName(instancePath)} must be an object with ${keys.join(' and ')}, received one ${String(data[naming])} for all`,
    hint: whole.text,
    correction: () => ({
      ...whole.correction,
      by: (node) => whole.correction.by(withKeys(node, isOwn, naming)),
    }),
  };
}

/** The key of an option, with `type` for the one that names the entry elsewhere. */
function typeFor(key: string, naming: string): string {
  return key === naming ? 'type' : key;
}

function withKeys(node: JsonNode, isKept: (key: string) => boolean, naming: string): JsonNode {
  if (node.kind !== 'object') return node;
  const kept = [...node.members].filter(([key]) => isKept(key));
  return { ...node, members: new Map(kept.map(([key, one]) => [typeFor(key, naming), one])) };
}
