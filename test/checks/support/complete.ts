import type { Kind } from '../../../src/entries/entry.js';
import { Registry } from '../../../src/entries/registry.js';
import type { Tagged } from '../../../src/entries/tagged.js';
import { builtIns } from '../../../src/generated/entries.js';
import { completed } from '../../../src/language/normalize/completed.js';

/** All built-in entries. */
export const registry = new Registry(builtIns);

/** Options of a built-in entry as the pipeline hands them on. @param options As a spec may write them. */
export function complete(kind: Kind, options: unknown): Tagged {
  return completed(kind, options, registry);
}
