/** The words of the language: every entry that a spec may name, and the composites. */
import { InternalError } from '../diagnostics/errors.js';
import { fragments } from '../generated/fragments.js';
import { kindRecords, type Entry, type EntryOf, type Kind } from './entry.js';

/** A word of the language: the part of an entry that composites have, too. */
export type Word = Pick<Entry, 'type' | 'schema' | 'origin'>;

/** An immutable set of entries, found by kind and type. */
export class Registry {
  readonly #entries: readonly Entry[];

  /** @throws InternalError where two entries of one kind have the same type. */
  constructor(entries: readonly Entry[]) {
    const seen = new Set<string>();
    for (const { kind, type } of entries) {
      const key = `${kind} "${type}"`;
      if (seen.has(key)) throw new InternalError(`there are two entries for ${key}`);
      seen.add(key);
    }
    this.#entries = [...entries];
  }

  /** The entry of a tag, or undefined where there is none. */
  get<K extends Kind>(kind: K, type: string): EntryOf[K] | undefined {
    return this.all(kind).find((entry) => entry.type === type);
  }

  /** The entries of a kind, in the order given. */
  all<K extends Kind>(kind: K): readonly EntryOf[K][] {
    return this.#entries.filter((entry): entry is EntryOf[K] => entry.kind === kind);
  }

  /** The words of a kind: its entries and, sorted in among the built-in ones, its composites. */
  words(kind: Kind): readonly Word[] {
    const entries: readonly Word[] = this.all(kind);
    const { composites } = kindRecords[kind];
    if (!composites) return entries;
    const others = composites.types.flatMap((type): readonly Word[] => {
      const schema = fragments[kind][type];
      return schema ? [{ type, schema }] : [];
    });
    const isOfPlugin = ({ type }: Word): boolean => type.includes('/');
    const own = [...entries.filter((word) => !isOfPlugin(word)), ...others];
    return [...own.sort((a, b) => (a.type < b.type ? -1 : 1)), ...entries.filter(isOfPlugin)];
  }

  /** A registry with these entries as well. */
  with(entries: readonly Entry[]): Registry {
    return new Registry([...this.#entries, ...entries]);
  }
}
