/** Writes a list of layers out: every block, repeat and residual becomes the layers that it stands for. */
import type { Report } from '../../diagnostics/report.js';
import { maxBytes } from '../../source/parse.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { LayerNames } from '../normalize/layerNames.js';
import type { Block } from './blocks.js';
import type { Names } from './names.js';
import { memberOf, stringOf, withMember, type JsonList } from './nodes.js';
import { Scope, type Clash, type Inputs } from './scope.js';
import { readUse, structureTypeOf, type Use } from './use.js';
import { identity, isSame, named, sum, wired } from './wiring.js';

/** What writing out needs of the stage that it is part of. */
export interface Evaluator {
  readonly report: Report;
  /** The names that the whole spec knows. */
  readonly names: Names;
  readonly blocks: ReadonlyMap<string, Block>;
  /** The node with the numbers of its expressions. */
  evaluate(node: JsonNode, pointer: string, names: Names): JsonNode;
  /** The name that a type of layer has today, where this is a former one. */
  presentType(type: string | undefined): string | undefined;
  /** The node as it is, for the schema to refuse. */
  leave(node: JsonNode, pointer: string): JsonNode;
}

/** The layers written out would be more text than a spec may have. */
export class TooManyLayers extends Error {
  override readonly name = 'TooManyLayers';
  constructor(readonly pointer: string) {
    super(`too many layers at ${pointer}`);
  }
}

/**
 * The list without blocks, repeats and residuals; the very same list where there are none. Every layer keeps the text that
 * it was written in, also where one text makes several layers.
 * @throws TooManyLayers
 */
export function writeOut(
  list: JsonList,
  pointer: string,
  names: Names,
  evaluator: Evaluator,
): JsonNode {
  const { layers } = new LayerList(evaluator).write(list, pointer, names);
  const isAsWritten =
    layers.length === list.items.length && layers.every((one, i) => one === list.items[i]);
  return isAsWritten ? list : { ...list, items: layers };
}

/** Where a layer stands in the spec, and what the names in it mean. */
interface Here {
  readonly pointer: string;
  readonly names: Names;
  readonly scope: Scope;
}

class LayerList {
  readonly layers: JsonNode[] = [];
  readonly #automatic = new LayerNames();
  /** What a layer without an input reads. */
  #last: Inputs = ['input'];
  #textLength = 0;

  constructor(private readonly evaluator: Evaluator) {}

  write(list: JsonList, pointer: string, names: Names): this {
    const end = this.#addAll(list, { pointer, names, scope: new Scope(['input']) }, this.#last);
    // What a network ends with is its last layer, so an end that lies before it is passed on.
    if (!isSame(end, this.#last)) this.layers.push(identity(end, list.range));
    return this;
  }

  /** @returns what the layer after these reads. */
  #addAll(list: JsonList, here: Here, from: Inputs): Inputs {
    for (const clash of here.scope.declare(list.items, here.pointer)) this.#refuse(clash);
    return list.items.reduce<Inputs>(
      (before, item, index) =>
        this.#addItem(item, { ...here, pointer: `${here.pointer}/${index}` }, before),
      from,
    );
  }

  #refuse({ name, first, second }: Clash): void {
    const { report } = this.evaluator;
    report.error('GAN210', `${second}/name`, `two layers of this list are called "${name}"`, {
      hint: 'give one of them another name',
      notes: [{ message: 'the first one is here', pointer: first }],
    });
  }

  #addItem(item: JsonNode, here: Here, before: Inputs): Inputs {
    this.#textLength += Math.max(1, item.range.length);
    if (this.#textLength > maxBytes) throw new TooManyLayers(here.pointer);
    const type = structureTypeOf(item);
    if (type === undefined) {
      return this.#addLayer(this.evaluator.evaluate(item, here.pointer, here.names), here, before);
    }
    const own = this.#withOwnNumbers(item, here);
    const use = readUse(own, type);
    const block = use?.type === 'block' ? this.evaluator.blocks.get(use.block) : undefined;
    if (!use || (use.type === 'block' && !block)) {
      return this.#addLayer(this.evaluator.leave(own, here.pointer), here, before);
    }
    return this.#addUse(use, block, here, before);
  }

  /** A use with the numbers of its own keys; those of its layers come later. */
  #withOwnNumbers(item: JsonNode, { pointer, names }: Here): JsonNode {
    return ['times', 'with'].reduce((node, key) => {
      const value = memberOf(node, key);
      if (value === undefined || node.kind !== 'object') return node;
      return withMember(node, key, this.evaluator.evaluate(value, `${pointer}/${key}`, names));
    }, item);
  }

  #addLayer(layer: JsonNode, { scope }: Here, before: Inputs): Inputs {
    const type = layer.kind === 'object' ? memberOf(layer, 'type') : layer;
    const own = stringOf(memberOf(layer, 'name'));
    const complete = named(wired(layer, scope, before, this.#last), scope);
    return this.#push(complete, stringOf(type), own && scope.fullName(own));
  }

  #push(layer: JsonNode, type: string | undefined, name: string | undefined): Inputs {
    const automatic = this.#automatic.next(this.evaluator.presentType(type));
    this.layers.push(layer);
    this.#last = [name ?? automatic];
    return this.#last;
  }

  #addUse(use: Use, block: Block | undefined, here: Here, before: Inputs): Inputs {
    const automatic = this.#automatic.next(use.type);
    const { scope } = here;
    const name = use.name === undefined ? automatic : scope.fullName(use.name);
    const from = use.input?.flatMap((one) => scope.resolve(one)) ?? before;
    if (use.type === 'residual') return this.#addResidual(use, name, here, from);
    const end =
      use.type === 'repeat'
        ? this.#addTurns(use, name, here, from)
        : this.#addBlock(use, block, new Scope(from, name, scope));
    if (use.name !== undefined) scope.rename(use.name, end);
    return end;
  }

  /** The names in a block are its parameters and those of the whole spec, not those around its use. */
  #addBlock(
    { given }: Use & { readonly type: 'block' },
    block: Block | undefined,
    scope: Scope,
  ): Inputs {
    if (!block) return scope.input;
    const { parameters, layers, pointer } = block;
    const names = this.evaluator.names.withParameters(parameters, `${pointer}/parameters`, given);
    return this.#addAll(layers, { pointer: `${pointer}/layers`, names, scope }, scope.input);
  }

  #addTurns(
    { times, layers }: Use & { readonly type: 'repeat' },
    name: string,
    { pointer, names, scope }: Here,
    from: Inputs,
  ): Inputs {
    let end = from;
    try {
      for (let index = 0; index < times; index += 1) {
        const turn = {
          pointer: `${pointer}/layers`,
          names: names.withNumber('index', index),
          scope: new Scope(end, `${name}_${index}`, scope),
        };
        end = this.#addAll(layers, turn, end);
      }
    } catch (error) {
      // It is the number of turns that is too large, not the layer that happened to be the last straw.
      throw error instanceof TooManyLayers ? new TooManyLayers(`${pointer}/times`) : error;
    }
    return end;
  }

  #addResidual(
    use: Use & { readonly type: 'residual' },
    name: string,
    { pointer, names, scope }: Here,
    from: Inputs,
  ): Inputs {
    const inside = new Scope(from, name, scope);
    const path = (list: JsonList, key: string): Inputs =>
      this.#addAll(list, { pointer: `${pointer}/${key}`, names, scope: inside }, from);
    const end = path(use.layers, 'layers');
    const other = use.shortcut ? path(use.shortcut, 'shortcut') : from;
    const given = use.name === undefined ? undefined : name;
    return this.#push(sum([...end, ...other], given, use.place), 'add', given);
  }
}
