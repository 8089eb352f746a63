/** Expansion of a list of layers: every composite layer is replaced by the layers it is composed of. */
import type { Report } from '../../diagnostics/report.js';
import { maxBytes, maxValues } from '../../source/bounds.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { LayerNames } from '../normalize/layerNames.js';
import type { BlockDefinition } from './blocks.js';
import type { Names } from './names.js';
import { memberOf, stringOf, withMember, type JsonList } from './nodes.js';
import { Scope, type Clash, type Inputs } from './scope.js';
import {
  compositeTypeOf,
  inputNames,
  readComposite,
  type CompositeLayer,
} from './compositeLayer.js';
import { passThrough, isSame, named, sum, wired } from './wiring.js';

/** The parts of the stage that the expansion of layers uses. */
export interface Evaluator {
  readonly report: Report;
  /** The parameters of the spec. */
  readonly names: Names;
  readonly blocks: ReadonlyMap<string, BlockDefinition>;
  /** The node with its expressions evaluated. */
  evaluate(node: JsonNode, pointer: string, names: Names): JsonNode;
  /** The present name of a layer type; a former name is replaced. */
  presentType(type: string | undefined): string | undefined;
  /** The unchanged node; its expressions are marked as unresolved. */
  keep(node: JsonNode, pointer: string): JsonNode;
}

/** Maximum number of layers of one network. */
const maxLayers = 1000;

/** The expanded layers exceed a limit on the size of a network. */
export class TooManyLayers extends Error {
  override readonly name = 'TooManyLayers';
  /** @param message As in `are more than 1 MiB of text`. */
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The list without composite layers; the same object if there are none. Every layer keeps its range of text, also if one
 * text expands to several layers.
 * @throws TooManyLayers
 */
export function expandLayers(
  list: JsonList,
  pointer: string,
  names: Names,
  evaluator: Evaluator,
): JsonNode {
  const { layers } = new LayerList(evaluator).expand(list, pointer, names);
  const isUnchanged =
    layers.length === list.items.length && layers.every((one, i) => one === list.items[i]);
  return isUnchanged ? list : { ...list, items: layers };
}

/** Position of a layer in the spec, with the names of numbers and layers that are known there. */
interface Context {
  readonly pointer: string;
  readonly names: Names;
  readonly scope: Scope;
}

class LayerList {
  readonly layers: JsonNode[] = [];
  readonly #automatic = new LayerNames();
  /** The layer that the next one reads by default. */
  #last: Inputs = ['input'];
  #textLength = 0;
  #inputCount = 0;

  constructor(private readonly evaluator: Evaluator) {}

  expand(list: JsonList, pointer: string, names: Names): this {
    const end = this.#addAll(list, { pointer, names, scope: new Scope(['input']) }, this.#last);
    // The output of a network is its last layer, so a passThrough layer passes on an output that comes earlier.
    if (!isSame(end, this.#last)) this.layers.push(passThrough(end, list.range));
    return this;
  }

  /** @returns Layers that the next layer reads by default. */
  #addAll(list: JsonList, here: Context, from: Inputs): Inputs {
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

  #addItem(item: JsonNode, here: Context, before: Inputs): Inputs {
    this.#countText(Math.max(1, item.range.length), here.pointer);
    const type = compositeTypeOf(item);
    if (type === undefined) {
      return this.#addLayer(this.evaluator.evaluate(item, here.pointer, here.names), here, before);
    }
    const own = this.#withOwnNumbers(item, here);
    const composite = readComposite(own, type);
    const block =
      composite?.type === 'block' ? this.evaluator.blocks.get(composite.block) : undefined;
    if (!composite || (composite.type === 'block' && !block)) {
      return this.#addLayer(this.evaluator.keep(own, here.pointer), here, before);
    }
    return this.#addComposite(composite, block, here, before);
  }

  /** The composite layer with the expressions of its own keys evaluated; those of its layers are evaluated later. */
  #withOwnNumbers(item: JsonNode, { pointer, names }: Context): JsonNode {
    return ['times', 'with'].reduce((node, key) => {
      const value = memberOf(node, key);
      if (value === undefined || node.kind !== 'object') return node;
      return withMember(node, key, this.evaluator.evaluate(value, `${pointer}/${key}`, names));
    }, item);
  }

  #addLayer(layer: JsonNode, here: Context, before: Inputs): Inputs {
    const { scope } = here;
    const type = layer.kind === 'object' ? memberOf(layer, 'type') : layer;
    const own = stringOf(memberOf(layer, 'name'));
    const input = memberOf(layer, 'input');
    const given = input && inputNames(input);
    const meant = input === undefined ? before : given && this.#resolved(given, here);
    if (given) this.#askAbout(given, here);
    const complete = named(wired(layer, given, meant, this.#last), scope);
    return this.#push(complete, stringOf(type), own && scope.fullName(own), here);
  }

  #push(
    layer: JsonNode,
    type: string | undefined,
    name: string | undefined,
    { pointer }: Context,
  ): Inputs {
    const automatic = this.#automatic.next(this.evaluator.presentType(type));
    this.layers.push(layer);
    if (this.layers.length > maxLayers) {
      throw new TooManyLayers(pointer, `are more than ${maxLayers.toLocaleString('en-US')} layers`);
    }
    this.#last = [name ?? automatic];
    this.#countText(name?.length ?? 0, pointer);
    return this.#last;
  }

  /** The layers that names in `input` refer to. */
  #resolved(names: readonly string[], { scope, pointer }: Context): Inputs {
    return names.flatMap((name) => {
      const layers = scope.resolve(name);
      this.#countInputs(layers, pointer);
      return layers;
    });
  }

  /** Reports names inside a composite layer that may be meant otherwise. */
  #askAbout(names: readonly string[], { scope, pointer }: Context): void {
    const { report } = this.evaluator;
    for (const name of new Set(names)) {
      const doubt = scope.doubtAbout(name);
      if (doubt === 'unnamed') {
        report.error('GAN149', `${pointer}/input`, `"${name}" is no layer of this list`, {
          hint: `inside a block, a repeat or a residual only layers with a "name" can be read: give the layer meant a name, such as "inner"; a layer outside that is meant needs one too`,
        });
      } else if (doubt === 'shadowing') {
        report.warning(
          'GAN150',
          `${pointer}/input`,
          `"${name}" is the layer of this list, not the one of the same name outside`,
          {
            hint: 'give one of the two another name',
          },
        );
      }
    }
  }

  /** Names that are written into the list count as text, as often as they are written. */
  #countInputs(layers: Inputs, pointer: string): void {
    this.#inputCount += layers.length;
    if (this.#inputCount > maxValues) {
      const count = maxValues.toLocaleString('en-US');
      throw new TooManyLayers(pointer, `read more than ${count} inputs`);
    }
    this.#countText(
      layers.reduce((sum, { length }) => sum + length, 0),
      pointer,
    );
  }

  #countText(length: number, pointer: string): void {
    this.#textLength += length;
    if (this.#textLength > maxBytes) {
      throw new TooManyLayers(pointer, 'are more than 1 MiB of text');
    }
  }

  #addComposite(
    layer: CompositeLayer,
    block: BlockDefinition | undefined,
    here: Context,
    before: Inputs,
  ): Inputs {
    const automatic = this.#automatic.next(layer.type);
    const { scope } = here;
    const name = layer.name === undefined ? automatic : scope.fullName(layer.name);
    const from = layer.input ? this.#resolved(layer.input, here) : before;
    if (layer.input) this.#askAbout(layer.input, here);
    if (layer.type === 'residual') return this.#addResidual(layer, name, here, from);
    const end =
      layer.type === 'repeat'
        ? this.#addTurns(layer, name, here, from)
        : this.#addBlock(layer, block, new Scope(from, name, scope), here);
    if (layer.name !== undefined) scope.rename(layer.name, end);
    return end;
  }

  /** Expressions in a block see its parameters and those of the spec, not those around its use. */
  #addBlock(
    { given }: CompositeLayer & { readonly type: 'block' },
    block: BlockDefinition | undefined,
    scope: Scope,
    here: Context,
  ): Inputs {
    if (!block) return scope.input;
    const { parameters, layers, pointer } = block;
    this.#countText(parameters?.range.length ?? 0, here.pointer);
    const names = this.evaluator.names.withParameters(parameters, `${pointer}/parameters`, given);
    return this.#addAll(layers, { pointer: `${pointer}/layers`, names, scope }, scope.input);
  }

  #addTurns(
    { times, layers }: CompositeLayer & { readonly type: 'repeat' },
    name: string,
    { pointer, names, scope }: Context,
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
      // The cause is the number of turns, not the layer that exceeds the limit.
      throw error instanceof TooManyLayers
        ? new TooManyLayers(`${pointer}/times`, error.message)
        : error;
    }
    return end;
  }

  #addResidual(
    residual: CompositeLayer & { readonly type: 'residual' },
    name: string,
    here: Context,
    from: Inputs,
  ): Inputs {
    const { pointer, names, scope } = here;
    const inside = new Scope(from, name, scope);
    const path = (list: JsonList, key: string): Inputs =>
      this.#addAll(list, { pointer: `${pointer}/${key}`, names, scope: inside }, from);
    const end = path(residual.layers, 'layers');
    const other = residual.shortcut ? path(residual.shortcut, 'shortcut') : from;
    const given = residual.name === undefined ? undefined : name;
    const inputs = [...end, ...other];
    this.#countInputs(inputs, pointer);
    return this.#push(sum(inputs, given, residual.place), 'add', given, here);
  }
}
