/** What the names of layers mean inside layers that stand for others. */
import type { JsonNode } from '../../source/jsonTree.js';
import { memberOf, stringOf } from './nodes.js';
import { keepsName } from './use.js';

/** Names of the layers that something reads, as the written-out list calls them. */
export type Inputs = readonly string[];

/** Two layers of one scope that have the same name, by their pointers. */
export interface Clash {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

/** The layers of one network, or of one use of a block, a repeat's turn or a residual inside it. */
export class Scope {
  readonly #layers = new Map<string, Inputs>();
  /** Where each name was given first, and whether to a layer of the written-out list. */
  readonly #first = new Map<string, { readonly pointer: string; readonly isWritten: boolean }>();

  /**
   * @param input What `"input"` means here.
   * @param use Name of the use, or undefined for a whole network; the names of the layers inside start with it.
   */
  constructor(
    readonly input: Inputs,
    private readonly use?: string,
    private readonly outer?: Scope,
  ) {}

  /** How the written-out list calls a layer that is called so here. */
  fullName(name: string): string {
    return this.use === undefined ? name : `${this.use}_${name}`;
  }

  /**
   * Learns the names that layers of a list have, so that they mean these layers from the first one on.
   * @param pointer Of the list.
   * @returns names of blocks and repeats that are given twice; of two other layers the written-out list tells.
   */
  declare(layers: readonly JsonNode[], pointer: string): readonly Clash[] {
    return layers.flatMap((layer, index) => {
      const name = stringOf(memberOf(layer, 'name'));
      if (name === undefined) return [];
      this.#layers.set(name, [this.fullName(name)]);
      const place = `${pointer}/${index}`;
      const isWritten = keepsName(layer);
      const first = this.#first.get(name);
      if (!first) this.#first.set(name, { pointer: place, isWritten });
      return !first || (isWritten && first.isWritten)
        ? []
        : [{ name, first: first.pointer, second: place }];
    });
  }

  /** Lets a name stand for the layers that a block or a repeat ends with. */
  rename(name: string, end: Inputs): void {
    this.#layers.set(name, end);
  }

  /** What a name in `input` means: a layer of this list, else of the one around it; other names mean themselves. */
  resolve(name: string): Inputs {
    const found = name === 'input' ? this.input : this.#layers.get(name);
    return found ?? this.outer?.resolve(name) ?? [name];
  }
}
