import type { JsonNode } from './jsonTree.js';

/** Number of values of a spec. */
export function countValues(node: JsonNode): number {
  const inside =
    node.kind === 'object'
      ? Array.from(node.members.values(), ({ value }) => value)
      : node.kind === 'array'
        ? node.items
        : [];
  return inside.reduce((sum, one) => sum + countValues(one), 1);
}
