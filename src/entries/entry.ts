/** Entries of any kind: the union of all that `kinds.ts` lists. */
import type { KindRecord } from './kind.js';
import * as list from './kinds.js';

/** The name of a kind. */
export type Kind = keyof typeof list;

/** The entries of each kind, by its name. */
export type EntryOf = {
  [K in Kind]: (typeof list)[K] extends KindRecord<infer E> ? E : never;
};

export type Entry = EntryOf[Kind];

/** The record of each kind, by its name. */
export const kindRecords: { readonly [K in Kind]: KindRecord<EntryOf[K]> } = { ...list };

/** The names of the kinds, by the alphabet. */
export const kinds: readonly Kind[] = (Object.keys(kindRecords) as Kind[]).sort();
