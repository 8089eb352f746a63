/** The JSON Schema of specs with the entries of a registry, bundled once per registry. */
import { annotatedSchema, bundleSchema } from './schema/bundle.js';
import { isObject } from './schema/mapSubschemas.js';
import type { Registry } from '../entries/registry.js';
import type { JsonSchema } from './schema/fragment.js';

/** The schema that specs are validated against. */
export interface Language {
  readonly schema: JsonSchema;
  /** Targets of `$ref`, by name. */
  readonly definitions: Readonly<Record<string, unknown>>;
}

/** The language with these entries; the same object for the same registry. */
export const languageOf = oncePerRegistry(bundleSchema);

/** The same language with the keywords that only messages read. */
export const annotatedLanguageOf = oncePerRegistry(annotatedSchema);

function oncePerRegistry(
  bundle: (registry: Registry) => JsonSchema,
): (registry: Registry) => Language {
  const languages = new WeakMap<Registry, Language>();
  return (registry) => {
    const known = languages.get(registry);
    if (known) return known;
    const schema = bundle(registry);
    const definitions = isObject(schema['definitions']) ? schema['definitions'] : {};
    const language = { schema, definitions };
    languages.set(registry, language);
    return language;
  };
}
