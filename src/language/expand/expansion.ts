/** The evaluation of expressions, and of the layers around them, in the values of a spec. */
import type { Report } from '../../diagnostics/report.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { pointerTo } from '../../source/pointer.js';
import type { Language } from '../language.js';
import { unionName } from '../schema/bundleFragments.js';
import { choicesOf, tagsOf } from '../schema/choices.js';
import type { BlockDefinition } from './blocks.js';
import { keepScope } from './innerScope.js';
import { expandLayers, TooManyLayers, type Evaluator } from './layerList.js';
import { isExpression, type Names } from './names.js';
import { isListOfLayers, memberOf, stringOf } from './nodes.js';
import { textPlaces } from './textPlaces.js';

export class Expansion implements Evaluator {
  readonly unresolved = new Set<JsonNode>();
  readonly #presentTypes: ReadonlyMap<string | undefined, string>;
  /** Found when the first string begins as an expression does. */
  #textPlaces: ReadonlySet<string> | undefined;

  constructor(
    private readonly spec: JsonNode,
    private readonly language: Language,
    readonly report: Report,
    readonly names: Names,
    readonly blocks: ReadonlyMap<string, BlockDefinition>,
  ) {
    this.#presentTypes = presentTypes(language);
  }

  evaluate(node: JsonNode, pointer: string, names: Names): JsonNode {
    switch (node.kind) {
      case 'scalar':
        return this.#evaluateScalar(node, pointer, names);
      case 'array': {
        const items = node.items.map((item, i) => this.evaluate(item, `${pointer}/${i}`, names));
        return items.every((item, i) => item === node.items[i]) ? node : { ...node, items };
      }
      case 'object': {
        const members = [...node.members].map(([name, { key, value }]) => {
          const place = pointer + pointerTo([name]);
          const isLayers = name === 'layers' && isListOfLayers(value);
          const after = isLayers
            ? this.#expandLayers(value, place, names)
            : this.evaluate(value, place, names);
          return [name, { key, value: after }] as const;
        });
        const isSame = members.every(([name, { value }]) => value === memberOf(node, name));
        return isSame ? node : { ...node, members: new Map(members) };
      }
    }
  }

  /** The parameters of the spec with their expressions evaluated. */
  parameters(node: JsonNode): JsonNode {
    if (node.kind !== 'object') return node;
    const members = [...node.members].map(([name, { key, value }]) => {
      const after = isExpression(stringOf(value))
        ? this.#numberOr(value, this.names.numberNamed(name))
        : value;
      return [name, { key, value: after }] as const;
    });
    return { ...node, members: new Map(members) };
  }

  presentType(type: string | undefined): string | undefined {
    return this.#presentTypes.get(type) ?? type;
  }

  keep(node: JsonNode, pointer: string): JsonNode {
    if (node.kind === 'array') node.items.forEach((item, i) => this.keep(item, `${pointer}/${i}`));
    if (node.kind === 'object') {
      node.members.forEach(({ value }, name) => this.keep(value, pointer + pointerTo([name])));
    }
    if (this.#isExpressionAt(node, pointer)) this.unresolved.add(node);
    return node;
  }

  /** The malformed blocks, or undefined if there are none. */
  malformedBlocks(node: JsonNode): JsonNode | undefined {
    if (node.kind !== 'object') return node;
    const members = [...node.members].filter(([name]) => !this.blocks.has(name));
    return members.length === 0
      ? undefined
      : this.keep({ ...node, members: new Map(members) }, '/blocks');
  }

  #evaluateScalar(node: JsonNode, pointer: string, names: Names): JsonNode {
    if (!this.#isExpressionAt(node, pointer)) return node;
    const number = this.#numberOr(node, names.evaluate(stringOf(node) ?? '', pointer));
    if (names !== this.names && number !== node) keepScope(number, names);
    return number;
  }

  /** True for text that begins with `=` where the language takes a number, or does not know the place. */
  #isExpressionAt(node: JsonNode, pointer: string): boolean {
    if (!isExpression(stringOf(node))) return false;
    this.#textPlaces ??= textPlaces(this.spec, this.language);
    return !this.#textPlaces.has(pointer);
  }

  #numberOr(node: JsonNode, value: number | undefined): JsonNode {
    if (value !== undefined) return { kind: 'scalar', range: node.range, value };
    this.unresolved.add(node);
    return node;
  }

  #expandLayers(
    list: JsonNode & { readonly kind: 'array' },
    pointer: string,
    names: Names,
  ): JsonNode {
    try {
      return expandLayers(list, pointer, names, this);
    } catch (error) {
      if (!(error instanceof TooManyLayers)) throw error;
      const message = `these layers, each as often as it is used, ${error.message}`;
      const hint = 'use fewer turns of "repeat", or fewer blocks inside blocks';
      this.report.error('GAN148', error.pointer, message, { hint });
      const refused = { ...list, items: [] };
      this.unresolved.add(refused);
      return refused;
    }
  }
}

/** The present types of layers by their former names. */
function presentTypes({ definitions }: Language): ReadonlyMap<string, string> {
  const layers = choicesOf({ $ref: `#/definitions/${unionName('layer')}` }, definitions);
  return new Map(
    layers.flatMap((layer) => {
      const [type = '', ...former] = tagsOf(layer);
      return former.map((name) => [name, type] as const);
    }),
  );
}
