/** Composite layers (block, repeat, residual) as the spec writes them. */
import { schemas } from '../../generated/layers.js';
import { isCompositeType, type CompositeType as CompositeType } from '../schema/compositeTypes.js';
import type { JsonNode, Range } from '../../source/jsonTree.js';
import { isListOfLayers, memberOf, numberOf, stringOf, type JsonList } from './nodes.js';

interface CompositeBase {
  /** Given name, if any. */
  readonly name: string | undefined;
  /** Names of the layers it reads; undefined for the layer before. */
  readonly input: readonly string[] | undefined;
  /** Range of its type in the text. */
  readonly place: Range;
}

/** A composite layer whose own keys are well-formed; its layers may be malformed. */
export type CompositeLayer = CompositeBase &
  (
    | {
        readonly type: 'block';
        readonly block: string;
        readonly given: ReadonlyMap<string, number>;
      }
    | { readonly type: 'repeat'; readonly times: number; readonly layers: JsonList }
    | { readonly type: 'residual'; readonly layers: JsonList; readonly shortcut?: JsonList }
  );

/** The type of a composite layer, or undefined for other layers. */
export function compositeTypeOf(node: JsonNode): CompositeType | undefined {
  const type = stringOf(memberOf(node, 'type'));
  return isCompositeType(type) ? type : undefined;
}

/** True unless the layer is a block or a repeat, whose name is an alias of their last layer in the expanded list. */
export function keepsName(node: JsonNode): boolean {
  const type = compositeTypeOf(node);
  return type !== 'block' && type !== 'repeat';
}

/**
 * Reads a composite layer, or returns undefined if its own keys are malformed; validation reports that.
 * @param node The layer, with the expressions of its own keys evaluated.
 */
export function readComposite(node: JsonNode, type: CompositeType): CompositeLayer | undefined {
  if (node.kind !== 'object') return undefined;
  const known = ['name', 'input', ...Object.keys(schemas[type].properties)];
  const name = memberOf(node, 'name');
  const input = memberOf(node, 'input');
  const inputs = input && inputNames(input);
  const isRight =
    [...node.members.keys()].every((key) => known.includes(key)) &&
    (name === undefined || /^[A-Za-z][A-Za-z0-9_]*$/.test(stringOf(name) ?? '')) &&
    (input === undefined || inputs !== undefined);
  if (!isRight) return undefined;
  const place = memberOf(node, 'type')?.range ?? node.range;
  return readOwn(node, type, { name: stringOf(name), input: inputs, place });
}

/** The names in an `input`, or undefined if it is malformed. */
export function inputNames(input: JsonNode): readonly string[] | undefined {
  const names = (input.kind === 'array' ? input.items : [input]).map(stringOf);
  return names.length > 0 && names.every((name) => name !== undefined && name !== '')
    ? names.filter((name) => name !== undefined)
    : undefined;
}

function readOwn(
  node: JsonNode,
  type: CompositeType,
  base: CompositeBase,
): CompositeLayer | undefined {
  const layers = memberOf(node, 'layers');
  switch (type) {
    case 'block': {
      const block = stringOf(memberOf(node, 'block'));
      const given = numbersOf(memberOf(node, 'with'));
      return block === undefined || given === undefined
        ? undefined
        : { ...base, type, block, given };
    }
    case 'repeat': {
      const times = numberOf(memberOf(node, 'times')) ?? -1;
      const isCount = Number.isInteger(times) && times >= 0;
      return isCount && isListOfLayers(layers) ? { ...base, type, times, layers } : undefined;
    }
    case 'residual': {
      const shortcut = memberOf(node, 'shortcut');
      if (!isListOfLayers(layers)) return undefined;
      if (shortcut === undefined) return { ...base, type, layers };
      return shortcut.kind === 'array' ? { ...base, type, layers, shortcut } : undefined;
    }
  }
}

function numbersOf(node: JsonNode | undefined): ReadonlyMap<string, number> | undefined {
  const numbers = new Map<string, number>();
  if (node === undefined) return numbers;
  if (node.kind !== 'object') return undefined;
  for (const [key, { value }] of node.members) {
    const number = numberOf(value);
    if (number === undefined) return undefined;
    numbers.set(key, number);
  }
  return numbers;
}
