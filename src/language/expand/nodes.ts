/** Looks into nodes of a spec that may have any form. */
import type { JsonNode, Range } from '../../source/jsonTree.js';

export type JsonList = Extract<JsonNode, { readonly kind: 'array' }>;

/** The value of a key, where the node is an object that has it. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.get(key)?.value : undefined;
}

/** The text of a string. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The value of a number. */
export function numberOf(node: JsonNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

/** Whether a list can be the layers of something: it is not empty. */
export function isListOfLayers(node: JsonNode | undefined): node is JsonList {
  return node?.kind === 'array' && node.items.length > 0;
}

/** A string that stands where something else was written. */
export function textNode(value: string, range: Range): JsonNode {
  return { kind: 'scalar', range, value };
}

/** The node with another value at a key; a key that it did not have counts as written where the node begins. */
export function withMember(
  node: JsonNode & { readonly kind: 'object' },
  key: string,
  value: JsonNode,
): JsonNode {
  const place = node.members.get(key)?.key ?? node.range;
  return { ...node, members: new Map(node.members).set(key, { key: place, value }) };
}
