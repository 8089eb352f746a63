/** Options of one entry as the pipeline hands them on: bare names written out, defaults filled in. */
import { builtIns } from '../../../src/generated/entries.js';
import { bundleSchema } from '../../../src/language/schema/bundle.js';
import { unionName } from '../../../src/language/schema/bundleFragments.js';
import type { Kind } from '../../../src/entries/entry.js';
import type { Tagged } from '../../../src/entries/tagged.js';
import { isObject } from '../../../src/language/schema/mapSubschemas.js';
import { Registry } from '../../../src/entries/registry.js';
import { bareNames } from '../../../src/language/normalize/bareNames.js';
import { defaults } from '../../../src/language/normalize/defaults.js';
import { walk } from '../../../src/language/normalize/walk.js';

/** All built-in entries. */
export const registry = new Registry(builtIns);

const schema = bundleSchema(registry);
const definitions = isObject(schema['definitions']) ? schema['definitions'] : {};

/** @param options As a spec may write them. */
export function complete(kind: Kind, options: unknown): Tagged {
  const union = definitions[unionName(kind)];
  if (!isObject(union)) throw new Error(`no union ${unionName(kind)}`);
  const full = walk(options, union, definitions, [bareNames, defaults]);
  if (!isObject(full) || typeof full['type'] !== 'string') throw new Error('not an entry');
  return { ...full, type: full['type'] };
}
