/** Gives written-out layers the names and inputs that they have in the list. */
import type { JsonNode, Range } from '../../source/jsonTree.js';
import { memberOf, stringOf, textNode, withMember } from './nodes.js';
import type { Inputs, Scope } from './scope.js';
import { inputNames } from './use.js';

/** Whether two lists of names are the same. */
export function isSame(a: Inputs, b: Inputs): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** The layer under its full name, where it has one of its own. */
export function named(layer: JsonNode, scope: Scope): JsonNode {
  const name = memberOf(layer, 'name');
  const own = stringOf(name);
  if (layer.kind !== 'object' || name === undefined || own === undefined) return layer;
  const full = scope.fullName(own);
  return full === own ? layer : withMember(layer, 'name', textNode(full, name.range));
}

/**
 * The layer with the full names of what it reads.
 * @param before What it reads if it does not say.
 * @param last What the list lets it read if it does not say.
 */
export function wired(layer: JsonNode, scope: Scope, before: Inputs, last: Inputs): JsonNode {
  const input = memberOf(layer, 'input');
  if (input === undefined) {
    return isSame(before, last) ? layer : reading(layer, before, layer.range);
  }
  const names = inputNames(input);
  const meant = names?.flatMap((name) => scope.resolve(name));
  if (names === undefined || meant === undefined || isSame(names, meant)) return layer;
  return reading(layer, meant, input.range);
}

/** A layer, also one that was written as a bare name, with these inputs. */
function reading(layer: JsonNode, inputs: Inputs, range: Range): JsonNode {
  if (layer.kind === 'object') return withMember(layer, 'input', listOf(inputs, range));
  return stringOf(layer) === undefined
    ? layer
    : layerNode({ type: layer, input: listOf(inputs, range) }, layer.range);
}

/** The sum that a residual ends with; what is wrong with it is wrong with the residual. */
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

/** A layer that gives what it reads. */
export function identity(inputs: Inputs, place: Range): JsonNode {
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
