/** Proposed forms of values in words. */
import { isObject } from '../schema/mapSubschemas.js';
import type { Replacing } from '../corrections/correction.js';
import { pathOf } from '../../source/pointer.js';

/** A value that was probably meant. */
export interface ProposedValue {
  /** Such as `write "latent": { "dim": 100 }`. */
  readonly text: string;
  readonly correction: Replacing;
}

/** The key of a member, as `"latent": `; empty for the item of a list. */
export function keyText(pointer: string): string {
  const key = pathOf(pointer).at(-1) ?? '';
  return key === '' || /^\d+$/.test(key) ? '' : `"${key}": `;
}

/** The value as JSON; an object or a list that is long with its first key, or without its items. */
export function shortJson(value: unknown): string {
  const text = JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"|[:,]/g, (part) =>
    part.length === 1 ? `${part} ` : part,
  );
  if (text.length <= 60) return text;
  if (Array.isArray(value)) return '[ … ]';
  if (!isObject(value)) return `${text.slice(0, 59)}…`;
  const key = 'type' in value ? 'type' : Object.keys(value)[0];
  const member = key === undefined ? undefined : JSON.stringify(value[key]);
  // A long value is left out as well.
  return `{ "${key ?? ''}": ${member === undefined || member.length > 50 ? '…' : `${member}, …`} }`;
}
