/** Converts trees to plain values. */
import type { JsonNode } from './jsonTree.js';

/** The value of a tree. Every key becomes an own property whatever its name, so that no prototype changes. */
export function toValue(tree: JsonNode): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'array':
      return tree.items.map(toValue);
    case 'object':
      return Object.fromEntries(
        Array.from(tree.members, ([key, member]) => [key, toValue(member.value)]),
      );
  }
}
