/** Walks a value beside the schema that describes it. */
import { pointerTo } from '../../source/pointer.js';
import { choicesOf, fits, propertiesOf, type Definitions } from './choices.js';
import type { JsonSchema } from './fragment.js';
import { isObject } from './mapSubschemas.js';

/** A value, or one inside it, and the plain schemas that the language allows there; none where it knows no such place. */
export interface SchemaPlace {
  readonly value: unknown;
  /** JSON Pointer from the outermost value. */
  readonly pointer: string;
  readonly choices: readonly JsonSchema[];
}

/**
 * A copy of a value in which `change` has replaced it and every value inside it, from the outside in: what `change` puts
 * in is walked in turn.
 */
export function mapAlong(
  value: unknown,
  schema: JsonSchema,
  definitions: Definitions,
  change: (place: SchemaPlace) => unknown,
): unknown {
  const walk = (inner: unknown, pointer: string, schemas: readonly unknown[]): unknown => {
    const choices = schemas.flatMap((one) => choicesOf(one, definitions));
    const changed = change({ value: inner, pointer, choices });
    const own = choices.filter((choice) => fits(changed, choice));
    if (Array.isArray(changed)) {
      const items = own.map((choice) => choice['items']);
      return changed.map((item, index) => walk(item, `${pointer}/${index}`, items));
    }
    if (!isObject(changed)) return changed;
    const entries = Object.entries(changed).map(([key, member]) => {
      const members = own.map((choice) => memberSchema(choice, key));
      return [key, walk(member, pointer + pointerTo([key]), members)];
    });
    return Object.fromEntries(entries);
  };
  return walk(value, '', [schema]);
}

/** The schema of a key of an object. */
export function memberSchema(choice: JsonSchema, key: string): unknown {
  const properties = propertiesOf(choice);
  return Object.hasOwn(properties, key) ? properties[key] : choice['additionalProperties'];
}

/** A value and every value inside it, from the outside in. */
export function placesAlong(
  value: unknown,
  schema: JsonSchema,
  definitions: Definitions,
): readonly SchemaPlace[] {
  const places: SchemaPlace[] = [];
  mapAlong(value, schema, definitions, (place) => {
    places.push(place);
    return place.value;
  });
  return places;
}
