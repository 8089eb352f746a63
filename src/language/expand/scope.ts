/** Resolution of layer names inside composite layers. */
import type { JsonNode } from '../../source/jsonTree.js';
import { memberOf, stringOf } from './nodes.js';
import { LayerNames } from '../normalize/layerNames.js';
import { keepsName } from './compositeLayer.js';

/** Names of the layers that a layer reads, as in the expanded list. */
export type Inputs = readonly string[];

/** Two layers of one scope with the same name, by their pointers. */
export interface Clash {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

/** The layers of a network, or inside it of a block, of one turn of a repeat, or of a residual. */
export class Scope {
  readonly #layers = new Map<string, Inputs>();
  /** Names that layers without one have in a network, and not here. */
  readonly #unnamed = new Set<string>();
  /** First occurrence of each name. */
  readonly #first = new Map<string, { readonly pointer: string; readonly keepsName: boolean }>();

  /**
   * @param input Layers that `"input"` stands for in this scope.
   * @param prefix Name of the composite layer, which starts the names of the layers inside; undefined for a network.
   */
  constructor(
    readonly input: Inputs,
    private readonly prefix?: string,
    private readonly outer?: Scope,
  ) {}

  /** The name in the expanded list of a layer of this scope. */
  fullName(name: string): string {
    return this.prefix === undefined ? name : `${this.prefix}_${name}`;
  }

  /**
   * Adds the names of a list of layers, so that layers may also refer to later ones.
   * @param pointer JSON Pointer of the list.
   * @returns Duplicate names that involve a block or repeat; other duplicates are found in the expanded list.
   */
  declare(layers: readonly JsonNode[], pointer: string): readonly Clash[] {
    const automatic = new LayerNames();
    return layers.flatMap((layer, index) => {
      const name = stringOf(memberOf(layer, 'name'));
      const counted = automatic.next(stringOf(memberOf(layer, 'type') ?? layer));
      if (name === undefined) {
        this.#unnamed.add(counted);
        return [];
      }
      this.#layers.set(name, [this.fullName(name)]);
      const place = `${pointer}/${index}`;
      const isKept = keepsName(layer);
      const first = this.#first.get(name);
      if (!first) this.#first.set(name, { pointer: place, keepsName: isKept });
      return !first || (isKept && first.keepsName)
        ? []
        : [{ name, first: first.pointer, second: place }];
    });
  }

  /** Makes the name of a block or repeat refer to its last layers. */
  rename(name: string, end: Inputs): void {
    this.#layers.set(name, end);
  }

  /**
   * The doubt about a name in `input` inside a composite layer: it may stand for an unnamed layer there, which has no such
   * name, or it has that of a layer outside as well.
   */
  doubtAbout(name: string): 'unnamed' | 'shadowing' | undefined {
    if (!this.outer || name === 'input') return undefined;
    if (this.#layers.has(name)) return this.outer.#knows(name) ? 'shadowing' : undefined;
    return this.#unnamed.has(name) ? 'unnamed' : this.outer.doubtAbout(name);
  }

  #knows(name: string): boolean {
    return this.#layers.has(name) || (this.outer !== undefined && this.outer.#knows(name));
  }

  /** Layers that a name in `input` refers to, in this scope or an enclosing one; an unknown name stands for itself. */
  resolve(name: string): Inputs {
    const found = name === 'input' ? this.input : this.#layers.get(name);
    return found ?? this.outer?.resolve(name) ?? [name];
  }
}
