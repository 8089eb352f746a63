/** The JSON Schema that validates the specs of a registry. */
import { byKind } from '../../entries/entry.js';
import type { Registry } from '../../entries/registry.js';
import { schema as gan } from '../../generated/gan.js';
import { annotatedBundle, bundleFragments, type Fragments } from './bundleFragments.js';
import type { JsonSchema } from './fragment.js';

/**
 * One schema in pure draft-07 for specs that use the entries of this registry.
 * Editors read the same schema of the built-ins as `schema/v1.json`.
 */
export function bundleSchema(registry: Registry): JsonSchema {
  return bundleFragments(gan, fragmentsOf(registry));
}

/** The same schema with the keywords that only messages read. */
export function annotatedSchema(registry: Registry): JsonSchema {
  return annotatedBundle(gan, fragmentsOf(registry));
}

function fragmentsOf(registry: Registry): Fragments {
  return byKind((kind) => registry.words(kind).map(({ schema }) => schema));
}
