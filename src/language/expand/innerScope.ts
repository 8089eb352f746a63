import type { JsonNode } from '../../source/jsonTree.js';
import type { Names } from './names.js';

/** Scopes of the numbers that come from expressions inside blocks and repeats, for hints. */
const scopes = new WeakMap<JsonNode, Names>();

/** Keeps the scope in which a number was evaluated. */
export function keepScope(node: JsonNode, names: Names): void {
  scopes.set(node, names);
}

/** The scope inside a block or repeat in which a number was evaluated; undefined for others. */
export function innerScopeOf(node: JsonNode): Names | undefined {
  return scopes.get(node);
}
