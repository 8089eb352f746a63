/** Names and inputs of layers in the expanded list. */
import type { JsonNode, Range } from '../../source/jsonTree.js';
import { memberOf, stringOf, textNode, withMember } from './nodes.js';
import type { Inputs, Scope } from './scope.js';

/** True for equal lists of names. */
export function isSame(a: Inputs, b: Inputs): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** The layer with its given name, if any, replaced by the full one. */
export function named(layer: JsonNode, scope: Scope): JsonNode {
  const name = memberOf(layer, 'name');
  const own = stringOf(name);
  if (layer.kind !== 'object' || name === undefined || own === undefined) return layer;
  const full = scope.fullName(own);
  return full === own ? layer : withMember(layer, 'name', textNode(full, name.range));
}

/**
 * The layer with the full names of its inputs.
 * @param given Names in its `input`; undefined without one, and where it is malformed.
 * @param meant Full names of the layers it reads; undefined where `input` is malformed.
 * @param last Default input in the expanded list: the layer before.
 */
export function wired(
  layer: JsonNode,
  given: Inputs | undefined,
  meant: Inputs | undefined,
  last: Inputs,
): JsonNode {
  const range = memberOf(layer, 'input')?.range ?? layer.range;
  return meant === undefined || isSame(given ?? last, meant) ? layer : reading(layer, meant, range);
}

/** The layer with these inputs; a bare name becomes an object. */
function reading(layer: JsonNode, inputs: Inputs, range: Range): JsonNode {
  if (layer.kind === 'object') return withMember(layer, 'input', listOf(inputs, range));
  return stringOf(layer) === undefined
    ? layer
    : layerNode({ type: layer, input: listOf(inputs, range) }, layer.range);
}

/** The layer `add` that ends a residual; errors in it are reported at the residual. */
export function sum(inputs: Inputs, name: string | undefined, place: Range): JsonNode {
  return layerNode(
    {
      type: textNode('add', place),
      ...(name !== undefined && { name: textNode(name, place) }),
      input: listOf(inputs, place),
    },
    place,
  );
}

/** A layer that passes on its input: a linear activation. */
export function passThrough(inputs: Inputs, place: Range): JsonNode {
  return layerNode(
    {
      type: textNode('activation', place),
      input: listOf(inputs, place),
      activation: textNode('linear', place),
    },
    place,
  );
}

function layerNode(options: Readonly<Record<string, JsonNode>>, range: Range): JsonNode {
  const members = Object.entries(options).map(
    ([key, value]) => [key, { key: value.range, value }] as const,
  );
  return { kind: 'object', range, members: new Map(members) };
}

function listOf(names: Inputs, range: Range): JsonNode {
  return { kind: 'array', range, items: names.map((name) => textNode(name, range)) };
}
