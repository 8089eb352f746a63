/** The JSON Schema that a registry's specs are held against. */
import { schema as gan } from '../../generated/gan.js';
import { bundleFragments } from './bundleFragments.js';
import type { Kind } from '../../entries/entry.js';
import type { Registry } from '../../entries/registry.js';
import type { FragmentSchema, JsonSchema } from './fragment.js';

/**
 * One schema in pure draft-07 for specs that use the entries of this registry.
 * Editors read the same schema of the built-ins as `schema/v1.json`.
 */
export function bundleSchema(registry: Registry): JsonSchema {
  const fragments = (kind: Kind): readonly FragmentSchema[] =>
    registry.words(kind).map(({ schema }) => schema);
  return bundleFragments(gan, {
    layer: fragments('layer'),
    activation: fragments('activation'),
    initializer: fragments('initializer'),
    loss: fragments('loss'),
    penalty: fragments('penalty'),
    optimizer: fragments('optimizer'),
    schedule: fragments('schedule'),
    dataset: fragments('dataset'),
  });
}
