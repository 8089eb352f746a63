/**
 * The second stage of the pipeline: evaluates expressions and replaces composite layers (blocks, repeats, residuals) by the
 * layers they are composed of. Every node of the new tree keeps its range of text.
 */
import type { Report } from '../../diagnostics/report.js';
import { schema as ganSchema } from '../../generated/gan.js';
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { pointerTo } from '../../source/pointer.js';
import type { Language } from '../language.js';
import { nearest } from '../nearest.js';
import { propertiesOf } from '../schema/choices.js';
import { unknownVersion } from '../validate/version.js';
import { readBlocks } from './blocks.js';
import { Expansion } from './expansion.js';
import { Names } from './names.js';
import { memberOf } from './nodes.js';

/** A spec without expressions and composite layers, except malformed ones. */
export interface Expanded {
  readonly tree: JsonNode;
  /** Expressions without a value, which are already reported; validation skips them. */
  readonly unresolved: ReadonlySet<JsonNode>;
}

/**
 * Expands a spec. Malformed values are left unchanged; validation reports them. A spec in another version of the language,
 * or with a misspelt key `parameters` or `blocks`, is left unchanged as a whole.
 */
export function expand(tree: JsonNode, language: Language, report: Report): Expanded {
  if (tree.kind !== 'object' || unknownVersion(tree)) return { tree, unresolved: new Set() };
  const names = new Names(report).withParameters(memberOf(tree, 'parameters'), '/parameters');
  if (misspells(tree)) {
    const unexpanded = new Expansion(tree, language, report, names, new Map());
    return { tree: unexpanded.keep(tree, ''), unresolved: unexpanded.unresolved };
  }
  const expansion = new Expansion(tree, language, report, names, readBlocks(tree, report));
  const members = new Map<string, JsonMember>();
  for (const [key, { key: place, value }] of tree.members) {
    if (key === 'blocks') {
      const malformed = expansion.malformedBlocks(value);
      if (malformed) members.set(key, { key: place, value: malformed });
    } else if (key === 'parameters') {
      members.set(key, { key: place, value: expansion.parameters(value) });
    } else {
      members.set(key, { key: place, value: expansion.evaluate(value, pointerTo([key]), names) });
    }
  }
  return { tree: { ...tree, members }, unresolved: expansion.unresolved };
}

/** True if a key is probably a misspelt `parameters` or `blocks`; everything that refers to that key would fail. */
function misspells(tree: JsonNode & { readonly kind: 'object' }): boolean {
  const missing = ['parameters', 'blocks'].filter((key) => !tree.members.has(key));
  return [...tree.members.keys()].some(
    (key) => !(key in propertiesOf(ganSchema)) && nearest(key, missing) !== undefined,
  );
}
