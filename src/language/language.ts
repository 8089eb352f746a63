/** The language of a registry: its schema, bundled once. */
import { bundleSchema } from './schema/bundle.js';
import { isObject } from './schema/mapSubschemas.js';
import type { Registry } from '../entries/registry.js';
import type { JsonSchema } from './schema/fragment.js';

/** The schema that specs are expanded, validated and normalized by. */
export interface Language {
  readonly schema: JsonSchema;
  /** The schemas that `$ref` leads to, by name. */
  readonly definitions: Readonly<Record<string, unknown>>;
}

const languages = new WeakMap<Registry, Language>();

/** The language that these entries make; the same object for the same registry. */
export function languageOf(registry: Registry): Language {
  const known = languages.get(registry);
  if (known) return known;
  const schema = bundleSchema(registry);
  const definitions = isObject(schema['definitions']) ? schema['definitions'] : {};
  const language = { schema, definitions };
  languages.set(registry, language);
  return language;
}
