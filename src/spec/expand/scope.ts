/** What the names of layers mean inside layers that stand for others. */
import type { JsonNode } from '../../source/jsonTree.js';
import { memberOf, stringOf } from './nodes.js';

/** Names of the layers that something reads, as the written-out list calls them. */
export type Inputs = readonly string[];

/** The layers of one network, or of one use of a block, a repeat's turn or a residual inside it. */
export class Scope {
  readonly #layers = new Map<string, Inputs>();

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

  /** Learns the names that layers of a list have, so that they mean these layers from the first one on. */
  declare(layers: readonly JsonNode[]): void {
    for (const layer of layers) {
      const name = stringOf(memberOf(layer, 'name'));
      if (name !== undefined) this.#layers.set(name, [this.fullName(name)]);
    }
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
