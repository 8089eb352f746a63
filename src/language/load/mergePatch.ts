/** JSON Merge Patch on trees; every value keeps the place where it was written. */
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';

/**
 * The base with the patch applied: objects merge, `null` deletes a key, anything else replaces.
 * A merged object has the place of the patch.
 * @source RFC 7396, section 2
 */
export function mergePatch(base: JsonNode | undefined, patch: JsonNode): JsonNode {
  if (patch.kind !== 'object') return patch;
  const members = new Map<string, JsonMember>(base?.kind === 'object' ? base.members : []);
  for (const [name, { key, value }] of patch.members) {
    if (value.kind === 'scalar' && value.value === null) members.delete(name);
    else members.set(name, { key, value: mergePatch(members.get(name)?.value, value) });
  }
  return { ...patch, members };
}
