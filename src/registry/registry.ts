/** The words of the language: every entry that a spec may name. */
import { InternalError } from '../diagnostics/errors.js';
import type { Entry, EntryOf, Kind } from './entries.js';

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

  /** A registry with these entries as well. */
  with(entries: readonly Entry[]): Registry {
    return new Registry([...this.#entries, ...entries]);
  }
}
