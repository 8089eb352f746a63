/** Ajv's errors, of which one mistake makes many → one finding for each mistake. */
import type { ErrorObject } from 'ajv';
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import { explain } from './explain.js';
import { groupByPlace, placesAround, type ErrorsByPlace } from './errorsByPlace.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding } from './finding.js';
import { flatList } from './flatList.js';
import { isAboutValue, isMisfit, mustBe } from './mustBe.js';
import { sharedEntry } from './sharedEntry.js';
import { maxNameLength } from './unknownType.js';

/** Keywords whose errors only repeat that something inside them failed. */
const combining = ['anyOf', 'oneOf', 'allOf', 'if', 'propertyNames'];

/** Number of unknown keys and of wrong values whose meaning is looked for; more of them are no slips of the pen. */
const maxSearches = 200;

/**
 * Each choice (`anyOf`) that a value did not match has left its own errors. Those of choices for another kind of value
 * are dropped, unless the value fits none: then they make one finding together.
 */
export function findings(errors: readonly ErrorObject[], context: ExplainContext): Finding[] {
  const byPlace = groupByPlace(errors);
  const isMisspelt = misspeltKeys(byPlace, context);
  const real = errors.filter(
    (error) => !combining.includes(error.keyword) && !isEcho(error) && !isMisspelt(error),
  );
  const isName = (error: ErrorObject): boolean =>
    error.keyword === 'enum' &&
    !isMisfit(error) &&
    isObject(error.parentSchema) &&
    context.vocabulary.kindOfUnion(error.parentSchema) !== undefined;
  const aboutValue = real.filter((error) => isAboutValue(error) && !isName(error));
  const others = real.filter((error) => !isAboutValue(error) || isName(error));
  const fittingElse = new Set([
    ...others.map(({ instancePath }) => instancePath),
    ...real.flatMap(({ instancePath }) => placesAround(instancePath)),
  ]);
  const values = [...groupByPlace(aboutValue)].flatMap(([place, here], index) => {
    const fitting = here.filter((error) => !isMisfit(error));
    const isSearched = index < maxSearches;
    if (fitting.length > 0) return [mustBe(fitting, context, isSearched)];
    return fittingElse.has(place) ? [] : [mustBe(here, context, isSearched)];
  });
  const flat = errors
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .flatMap((error) => flatList(error, byPlace) ?? []);
  const shared = errors.flatMap((error) => sharedEntry(error, byPlace, context.vocabulary) ?? []);
  const whole = [...flat, ...shared];
  const wholePlaces = new Set(whole.map(({ pointer }) => pointer));
  const rest = [...values, ...others.map((error) => explain(error, context))].filter(
    ({ pointer }) => ![pointer, ...placesAround(pointer)].some((place) => wholePlaces.has(place)),
  );
  return withoutDoubles([...whole, ...rest]);
}

/** True for a missing tag, which `required` reports already. */
function isEcho({ keyword, params }: ErrorObject): boolean {
  return keyword === 'discriminator' && params['tagValue'] === undefined;
}

/** A test for a missing key that is present but misspelt: the unknown key is reported instead. */
function misspeltKeys(
  byPlace: ErrorsByPlace,
  { vocabulary }: ExplainContext,
): (error: ErrorObject) => boolean {
  const found = new Map<string, readonly (string | undefined)[]>();
  const meantBy = (key: string, schema: JsonSchema): readonly (string | undefined)[] => {
    const name = `${String(schema['title'])} ${key}`;
    const known = found.get(name);
    if (known || found.size >= maxSearches || key.length > maxNameLength) return known ?? [];
    const options = vocabulary.options(schema);
    const meant = [...options.find(key).map(({ word }) => word), options.near(key)];
    found.set(name, meant);
    return meant;
  };
  return ({ keyword, instancePath, params }) => {
    if (keyword !== 'required') return false;
    return (byPlace.get(instancePath) ?? [])
      .filter((other) => other.keyword === 'additionalProperties')
      .some((other) => {
        const schema: JsonSchema = isObject(other.parentSchema) ? other.parentSchema : {};
        const key = String(other.params['additionalProperty']);
        return meantBy(key, schema).includes(String(params['missingProperty']));
      });
  };
}

function withoutDoubles(list: readonly Finding[]): Finding[] {
  const byText = new Map(list.map((finding) => [`${finding.pointer} ${finding.message}`, finding]));
  return [...byText.values()];
}
