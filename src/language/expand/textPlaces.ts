import type { JsonNode } from '../../source/jsonTree.js';
import { toValue } from '../../source/value.js';
import type { Language } from '../language.js';
import { placesAlong } from '../schema/along.js';
import { takesNumbers } from '../schema/withExpressions.js';

/** JSON Pointers to the values of a spec for which the language takes no number: a string there is text, however it begins. */
export function textPlaces(spec: JsonNode, { schema, definitions }: Language): ReadonlySet<string> {
  const places = placesAlong(toValue(spec), schema, definitions)
    .filter(({ choices }) => choices.length > 0 && !choices.some(takesNumbers))
    .map(({ pointer }) => pointer);
  return new Set(places);
}
