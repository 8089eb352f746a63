import { InternalError } from '../diagnostics/errors.js';
import { kindRecords, type Kind } from '../entries/entry.js';
import type { Template } from '../entries/template.js';

/** The template of a kind. @throws InternalError where it has none, and so is not among `templateKinds`. */
export function templateOf(kind: Kind): Template {
  const { template } = kindRecords[kind];
  if (!template) throw new InternalError(`there is no template for a new ${kind}`);
  return template;
}
