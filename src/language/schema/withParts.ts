/** The schema of specs before merging: one that `extends` another may have parts of objects. */
import { isObject, mapSubschemas, orElse } from './mapSubschemas.js';
import type { JsonSchema } from './fragment.js';

type Schemas = Readonly<Record<string, JsonSchema>>;

/**
 * A schema with one difference: where a spec extends another, its objects may lack required keys, and null removes a key.
 * Only merging shows the type of an entry, so a part of one may have options of any entry of its kind. Lists are replaced
 * as a whole, so their items stay whole.
 * @param schema Of whole specs, as `bundleSchema` gives it; gains a definition `…Part` for each object that merges.
 */
export function withParts(schema: JsonSchema): JsonSchema {
  const { properties, if: extending, else: alone, ...rest } = schema;
  const { extends: base, ...keys } = properties as Schemas;
  const whole = alone as JsonSchema;
  const wholes = schema['definitions'] as Schemas;
  const parts = new Parts(wholes);
  const part = parts.of({ ...whole, properties: keys });
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.keys({ ...keys, extends: base }).map((key) => [key, true]),
    ),
    if: extending,
    then: { properties: { extends: base, ...(part['properties'] as Schemas) } },
    else: { ...whole, properties },
    definitions: { ...wholes, ...Object.fromEntries(parts.definitions) },
  };
}

/** Turns the schemas of whole objects into those of parts. */
class Parts {
  /** The new definitions, by their names. */
  readonly definitions = new Map<string, JsonSchema>();

  constructor(private readonly wholes: Schemas) {}

  of(schema: JsonSchema): JsonSchema {
    if (typeof schema['$ref'] === 'string') return this.#reference(schema['$ref']);
    if (schema['discriminator'] !== undefined) return this.#ofKind(schema['oneOf'] as JsonSchema[]);
    const { items, required = [], ...rest } = schema;
    const inner = mapSubschemas(rest, (one) => this.of(one));
    const { properties, additionalProperties } = inner;
    return {
      ...inner,
      ...(items !== undefined && { items }),
      ...(isObject(properties) && {
        properties: removable(properties as Schemas, required as readonly string[]),
      }),
      ...(isObject(additionalProperties) && {
        additionalProperties: orElse(additionalProperties, { type: 'null' }),
      }),
    };
  }

  #reference(target: string): JsonSchema {
    const part = `${nameIn(target)}Part`;
    if (!this.definitions.has(part)) {
      // The name is taken before the definition is made, since it may refer to itself.
      this.definitions.set(part, {});
      this.definitions.set(part, this.of(this.wholes[nameIn(target)] ?? {}));
    }
    return { $ref: `#/definitions/${part}` };
  }

  /** An object with options of any entry of a kind. */
  #ofKind(entries: readonly JsonSchema[]): JsonSchema {
    const choices = new Map<string, Map<string, JsonSchema>>();
    for (const { $ref } of entries) {
      const { properties } = this.wholes[nameIn(String($ref))] ?? {};
      for (const [key, option] of Object.entries(properties as Schemas)) {
        const known = choices.get(key) ?? new Map<string, JsonSchema>();
        choices.set(key, known.set(JSON.stringify(option), option));
      }
    }
    const properties = [...choices].map(([key, options]): [string, JsonSchema] => {
      const [first = {}, ...others] = [...options.values()].map((option) => this.of(option));
      return [key, others.length === 0 ? first : { anyOf: [first, ...others] }];
    });
    return {
      type: 'object',
      additionalProperties: false,
      properties: removable(Object.fromEntries(properties), ['type']),
    };
  }
}

/** Properties that null removes, the required ones excepted. */
function removable(properties: Schemas, required: readonly string[]): Schemas {
  const loose = Object.entries(properties).map(([key, schema]): [string, JsonSchema] => [
    key,
    required.includes(key) ? schema : orElse(schema, { type: 'null' }),
  ]);
  return Object.fromEntries(loose);
}

function nameIn(reference: string): string {
  return reference.replace('#/definitions/', '');
}
