/** From a tree back to plain values. */
import type { JsonNode } from './jsonTree.js';

/** The value a tree stands for. Every key becomes an own property, whatever its name: no prototype is ever touched. */
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
