import { unionName } from '../schema/bundleFragments.js';
import type { Kind } from '../../entries/entry.js';
import type { Tagged } from '../../entries/tagged.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { Registry } from '../../entries/registry.js';
import { languageOf } from '../language.js';
import { valueRules } from './normalize.js';
import { applyRules } from './rule.js';

/**
 * Normalized options of an entry: bare names written out, defaults filled in.
 * @param options As a spec may write them.
 * @throws TypeError for anything but an object with a type.
 */
export function completed(kind: Kind, options: unknown, registry: Registry): Tagged {
  const { definitions } = languageOf(registry);
  const union = definitions[unionName(kind)];
  const full = isObject(union) ? applyRules(valueRules, options, union, definitions) : undefined;
  if (!isObject(full) || typeof full['type'] !== 'string') {
    throw new TypeError(`${JSON.stringify(options)} is no ${kind}`);
  }
  return { ...full, type: full['type'] };
}
