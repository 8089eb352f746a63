/** Access to nodes of a spec that may be malformed. */
import type { JsonNode, Range } from '../../source/jsonTree.js';

export type JsonList = Extract<JsonNode, { readonly kind: 'array' }>;

/** The value of a key, or undefined if the node is no object or has no such key. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.get(key)?.value : undefined;
}

/** The value of a string node, or undefined for other nodes. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The value of a number node, or undefined for other nodes. */
export function numberOf(node: JsonNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

/** True for a list that is not empty. */
export function isListOfLayers(node: JsonNode | undefined): node is JsonList {
  return node?.kind === 'array' && node.items.length > 0;
}

/** A string node with the range of other text. */
export function textNode(value: string, range: Range): JsonNode {
  return { kind: 'scalar', range, value };
}

/** The object with another value at a key; a new key gets the place of the object. */
export function withMember(
  node: JsonNode & { readonly kind: 'object' },
  key: string,
  value: JsonNode,
): JsonNode {
  const place = node.members.get(key)?.key ?? node.range;
  return { ...node, members: new Map(node.members).set(key, { key: place, value }) };
}
