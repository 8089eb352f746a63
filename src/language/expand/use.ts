/** Layers that stand for others, as the spec writes them. */
import { schemas } from '../../generated/layers.js';
import { isCompositeLayer, type CompositeLayer } from '../schema/compositeLayers.js';
import type { JsonNode, Range } from '../../source/jsonTree.js';
import { isListOfLayers, memberOf, numberOf, stringOf, type JsonList } from './nodes.js';

interface UseBase {
  /** Its own name, where it has one. */
  readonly name: string | undefined;
  /** Names of what it reads; undefined for the layer before. */
  readonly input: readonly string[] | undefined;
  /** Where its type is written. */
  readonly place: Range;
}

/** A use whose own keys are as its fragment says; its layers may have any form. */
export type Use = UseBase &
  (
    | {
        readonly type: 'block';
        readonly block: string;
        readonly given: ReadonlyMap<string, number>;
      }
    | { readonly type: 'repeat'; readonly times: number; readonly layers: JsonList }
    | { readonly type: 'residual'; readonly layers: JsonList; readonly shortcut?: JsonList }
  );

/** The type of a layer that stands for others. */
export function structureTypeOf(node: JsonNode): CompositeLayer | undefined {
  const type = stringOf(memberOf(node, 'type'));
  return isCompositeLayer(type) ? type : undefined;
}

/** Whether the written-out list has a layer of this one's name; that of a block or a repeat only stands for another. */
export function keepsName(node: JsonNode): boolean {
  const type = structureTypeOf(node);
  return type !== 'block' && type !== 'repeat';
}

/**
 * What a layer of such a type says, or undefined where something about its own keys is wrong, which the schema tells.
 * @param node Its numbers have been computed.
 */
export function readUse(node: JsonNode, type: CompositeLayer): Use | undefined {
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

/** The names in an `input`, where it has the form of one. */
export function inputNames(input: JsonNode): readonly string[] | undefined {
  const names = (input.kind === 'array' ? input.items : [input]).map(stringOf);
  return names.length > 0 && names.every((name) => name !== undefined && name !== '')
    ? names.filter((name) => name !== undefined)
    : undefined;
}

function readOwn(node: JsonNode, type: CompositeLayer, base: UseBase): Use | undefined {
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
