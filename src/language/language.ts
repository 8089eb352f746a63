/** The JSON Schema of specs with the entries of a registry, bundled once per registry. */
import { bundleSchema } from './schema/bundle.js';
import { isObject } from './schema/mapSubschemas.js';
import type { Registry } from '../entries/registry.js';
import type { JsonSchema } from './schema/fragment.js';

/** The schema that specs are validated against. */
export interface Language {
  readonly schema: JsonSchema;
  /** Targets of `$ref`, by name. */
  readonly definitions: Readonly<Record<string, unknown>>;
}

const languages = new WeakMap<Registry, Language>();

/** The language with these entries; the same object for the same registry. */
export function languageOf(registry: Registry): Language {
  const known = languages.get(registry);
  if (known) return known;
  const schema = bundleSchema(registry);
  const definitions = isObject(schema['definitions']) ? schema['definitions'] : {};
  const language = { schema, definitions };
  languages.set(registry, language);
  return language;
}
