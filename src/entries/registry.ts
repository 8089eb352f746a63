/** The words of the language: every entry that a spec may name, and layers that stand for others. */
import { InternalError } from '../diagnostics/errors.js';
import type { Entry, EntryOf, Kind } from './entry.js';
import { structures } from '../language/schema/structures.js';
import { structureTypes } from '../language/schema/structureTypes.js';

/** A word of the language, as far as a spec can tell: its tag and its fragment. */
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

  /**
   * The words of a kind: its entries and, in their place by the alphabet among layers, those that stand for others and have
   * no functions.
   */
  words(kind: Kind): readonly Word[] {
    const entries: readonly Word[] = this.all(kind);
    if (kind !== 'layer') return entries;
    const others: readonly Word[] = structureTypes.map((type) => ({
      type,
      schema: structures[type],
    }));
    const isOfPlugin = ({ type }: Word): boolean => type.includes('/');
    const own = [...entries.filter((word) => !isOfPlugin(word)), ...others];
    return [...own.sort((a, b) => (a.type < b.type ? -1 : 1)), ...entries.filter(isOfPlugin)];
  }

  /** A registry with these entries as well. */
  with(entries: readonly Entry[]): Registry {
    return new Registry([...this.#entries, ...entries]);
  }
}
