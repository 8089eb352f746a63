/** The schema by which editors validate specs as they are written. */
import type { JsonSchema } from './fragment.js';
import { withExpressions } from './withExpressions.js';
import { withParts } from './withParts.js';

/**
 * The bundled schema for specs before merging and before expressions become numbers.
 * @param bundle As `bundleSchema` gives it.
 */
export function publishedSchema(bundle: JsonSchema): JsonSchema {
  return withExpressions(withParts(bundle));
}
