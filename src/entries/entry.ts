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

/** The names of the kinds, in alphabetical order. */
export const kinds: readonly Kind[] = (Object.keys(kindRecords) as Kind[]).sort();

/** The kinds that `ganspec new` offers. */
export const templateKinds = kinds.filter((kind) => kindRecords[kind].template !== undefined);

/** A value for each kind. */
export function byKind<T>(valueOf: (kind: Kind) => T): Readonly<Record<Kind, T>> {
  // Every kind has its entry in the list.
  return Object.fromEntries(kinds.map((kind) => [kind, valueOf(kind)])) as Record<Kind, T>;
}
