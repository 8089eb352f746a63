/**
 * The second stage of the pipeline: evaluates expressions and replaces composite layers (blocks, repeats, residuals) by the
 * layers they are composed of. Every node of the new tree keeps its range of text.
 */
import type { Report } from '../../diagnostics/report.js';
import { schema as ganSchema } from '../../generated/gan.js';
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { pointerTo } from '../../source/pointer.js';
import type { Language } from '../language.js';
import { nearest } from '../nearest.js';
import { unionName } from '../schema/bundleFragments.js';
import { choicesOf, propertiesOf, tagsOf } from '../schema/choices.js';
import { unknownVersion } from '../validate/version.js';
import { readBlocks, type BlockDefinition } from './blocks.js';
import { expandLayers, TooManyLayers, type Evaluator } from './layerList.js';
import { isExpression, Names, keepScope } from './names.js';
import { isListOfLayers, memberOf, stringOf } from './nodes.js';
import { textPlaces } from './textPlaces.js';

/** A spec without expressions and composite layers, except malformed ones. */
export interface Expanded {
  readonly tree: JsonNode;
  /** Expressions without a value, which are already reported; validation skips them. */
  readonly unresolved: ReadonlySet<JsonNode>;
}

/**
 * Expands a spec. Malformed values are left unchanged; validation reports them. A spec in another version of the language,
 * or with a misspelt key `parameters` or `blocks`, is left unchanged as a whole.
 */
export function expand(tree: JsonNode, language: Language, report: Report): Expanded {
  if (tree.kind !== 'object' || unknownVersion(tree)) return { tree, unresolved: new Set() };
  const names = new Names(report).withParameters(memberOf(tree, 'parameters'), '/parameters');
  if (misspells(tree)) {
    const unexpanded = new Expansion(tree, language, report, names, new Map());
    return { tree: unexpanded.keep(tree, ''), unresolved: unexpanded.unresolved };
  }
  const expansion = new Expansion(tree, language, report, names, readBlocks(tree, report));
  const members = new Map<string, JsonMember>();
  for (const [key, { key: place, value }] of tree.members) {
    if (key === 'blocks') {
      const malformed = expansion.malformedBlocks(value);
      if (malformed) members.set(key, { key: place, value: malformed });
    } else if (key === 'parameters') {
      members.set(key, { key: place, value: expansion.parameters(value) });
    } else {
      members.set(key, { key: place, value: expansion.evaluate(value, pointerTo([key]), names) });
    }
  }
  return { tree: { ...tree, members }, unresolved: expansion.unresolved };
}

/** True if a key is probably a misspelt `parameters` or `blocks`; everything that refers to that key would fail. */
function misspells(tree: JsonNode & { readonly kind: 'object' }): boolean {
  const missing = ['parameters', 'blocks'].filter((key) => !tree.members.has(key));
  return [...tree.members.keys()].some(
    (key) => !(key in propertiesOf(ganSchema)) && nearest(key, missing) !== undefined,
  );
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

class Expansion implements Evaluator {
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
