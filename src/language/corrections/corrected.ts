/** Applies corrections to a spec. */
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import { pathOf, pointerTo } from '../../source/pointer.js';
import { memberOf, withMember } from '../expand/nodes.js';
import type { PlacedCorrection, Correction } from './correction.js';

/** A spec after corrections. */
export interface Corrected {
  readonly tree: JsonNode;
  /** The place in the spec as it was written, for a pointer into the corrected one. */
  readonly writtenAt: (pointer: string) => string;
}

type JsonObject = Extract<JsonNode, { readonly kind: 'object' }>;

/** Changes of nodes, by `keyOf` a node. */
type Changes = ReadonlyMap<string, (node: JsonNode) => JsonNode>;

/**
 * Applies corrections that were found in the expanded spec to the spec as it was written. A value of a block or a repeat, which
 * stands in several places of the expanded spec, is corrected once, where it is written.
 */
export function corrected(
  written: JsonNode,
  expanded: JsonNode,
  corrections: readonly PlacedCorrection[],
): Corrected {
  const moves = corrections.filter(({ correction }) => correction.kind === 'move');
  const changed = withChanges(written, changesOf(corrections, expanded));
  const tree = moves.reduce((tree, one) => withMoved(tree, one, expanded), changed);
  const ways = corrections.flatMap(waysOf);
  return {
    tree,
    writtenAt: (pointer) => ways.reduce((place, way) => way(place), pointer),
  };
}

/** The changes of nodes that corrections make: of the object for a key, of the value itself otherwise. */
function changesOf(corrections: readonly PlacedCorrection[], expanded: JsonNode): Changes {
  const changes = new Map<string, (node: JsonNode) => JsonNode>();
  for (const { pointer, correction } of corrections) {
    const [parent, key] = parted(pointer);
    const node = nodeAt(expanded, correction.kind === 'replace' ? pointer : parent);
    if (!node) continue;
    const change =
      correction.kind === 'replace'
        ? correction.by
        : (one: JsonNode) => withoutKey(one, key, correction);
    const before = changes.get(keyOf(node));
    changes.set(keyOf(node), before ? (one) => change(before(one)) : change);
  }
  return changes;
}

/** The text that a node was read from, which its copies in an expanded spec share, and its kind. */
function keyOf({ kind, range: { source, offset, length } }: JsonNode): string {
  return JSON.stringify([kind, source.file, offset, length]);
}

function withoutKey(node: JsonNode, key: string, correction: Correction): JsonNode {
  if (node.kind !== 'object') return node;
  const found = node.members.get(key);
  const by = correction.kind === 'rename' ? correction.by : undefined;
  const written = found && by ? { ...found, value: by(found.value) } : found;
  const members = new Map(node.members);
  members.delete(key);
  if (correction.kind !== 'rename' || !written) return { ...node, members };
  const known = members.get(correction.to);
  if (!known) return { ...node, members: renamed(node, key, correction.to, written) };
  return { ...node, members: members.set(correction.to, merged(known, written)) };
}

function renamed(
  node: JsonObject,
  key: string,
  to: string,
  written: JsonMember,
): JsonObject['members'] {
  return new Map([...node.members].map((one) => (one[0] === key ? [to, written] : one)));
}

/** Both objects in one; the first one where one of them is no object. */
function merged(known: JsonMember, written: JsonMember): JsonMember {
  const [one, other] = [known.value, written.value];
  if (one.kind !== 'object' || other.kind !== 'object') return known;
  const members = new Map([...one.members, ...other.members]);
  return { key: written.key, value: { ...other, members } };
}

function withChanges(node: JsonNode, changes: Changes): JsonNode {
  const inside = withChangesInside(node, changes);
  return changes.get(keyOf(node))?.(inside) ?? inside;
}

function withChangesInside(node: JsonNode, changes: Changes): JsonNode {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'array':
      return { ...node, items: node.items.map((item) => withChanges(item, changes)) };
    case 'object': {
      const members = [...node.members].map(
        ([name, { key, value }]) => [name, { key, value: withChanges(value, changes) }] as const,
      );
      return { ...node, members: new Map(members) };
    }
  }
}

/** Puts a member at its new place, unless the place is taken or inside something that is no object. */
function withMoved(
  tree: JsonNode,
  { pointer, correction }: PlacedCorrection,
  expanded: JsonNode,
): JsonNode {
  const [parent, key] = parted(pointer);
  const owner = nodeAt(expanded, parent);
  const member = owner?.kind === 'object' ? owner.members.get(key) : undefined;
  if (correction.kind !== 'move' || tree.kind !== 'object' || !member) return tree;
  return withMemberAt(tree, correction.path, member);
}

function withMemberAt(node: JsonObject, path: readonly string[], member: JsonMember): JsonObject {
  const [key = '', ...rest] = path;
  const known = memberOf(node, key);
  if (rest.length === 0) {
    return known ? node : { ...node, members: new Map(node.members).set(key, member) };
  }
  if (known && known.kind !== 'object') return node;
  const inner: JsonObject = known ?? { kind: 'object', range: node.range, members: new Map() };
  return withMember(node, key, withMemberAt(inner, rest, member)) as JsonObject;
}

/** The ways back from a pointer into the corrected spec. */
function waysOf({
  pointer,
  correction,
}: PlacedCorrection): readonly ((pointer: string) => string)[] {
  switch (correction.kind) {
    case 'rename':
      return [back(parted(pointer)[0] + pointerTo([correction.to]), pointer)];
    case 'move':
      return [back(pointerTo(correction.path), pointer)];
    case 'replace':
      return correction.inside.map((inside) => back(pointer + inside, pointer));
    case 'remove':
      return [];
  }
}

const back =
  (from: string, to: string) =>
  (pointer: string): string =>
    pointer === from || pointer.startsWith(`${from}/`) ? to + pointer.slice(from.length) : pointer;

function parted(pointer: string): readonly [parent: string, key: string] {
  const path = pathOf(pointer);
  return [pointerTo(path.slice(0, -1)), path.at(-1) ?? ''];
}
