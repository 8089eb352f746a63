/** The type of an entry that names none, or an unknown one, by the options that it gives. */
import type { Kind } from '../../entries/entry.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { memberOf, stringOf } from '../expand/nodes.js';
import { datasetOfPath } from './pathForm.js';
import type { Vocabulary } from './vocabulary.js';

/** Keys of an entry that is looked through; more are no work of a person. */
const maxKeys = 30;

/** A word whose options an entry gives. */
interface Candidate {
  readonly type: string;
  /** One for each key under another name, two for each under its own. */
  readonly score: number;
  /** True where every key is an option of the word, by its own name. */
  readonly isWhole: boolean;
}

/**
 * The words that know most keys of an entry, of those whose needed options it has; empty where no key is known.
 * Of several data sets that read a file, the one of its ending.
 */
export function likelyTypes(
  node: JsonNode | undefined,
  kind: Kind,
  vocabulary: Vocabulary,
): readonly Candidate[] {
  if (node?.kind !== 'object' || node.members.size > maxKeys) return [];
  const keys = [...node.members.keys()].filter((key) => key !== 'type');
  const candidates = vocabulary
    .tags(kind)
    .flatMap((type) => candidate(type, keys, kind, vocabulary) ?? []);
  const most = Math.max(0, ...candidates.map(({ score }) => score));
  const best = candidates.filter(({ score }) => score === most && score > 0);
  const reading = best.filter(({ type }) => kind === 'dataset' && reads(type, node, vocabulary));
  return reading.length > 0 ? reading : best;
}

function candidate(
  type: string,
  keys: readonly string[],
  kind: Kind,
  vocabulary: Vocabulary,
): Candidate | undefined {
  const fragment = vocabulary.fragment(kind, type);
  if (!fragment) return undefined;
  const options = vocabulary.options(fragment);
  const meant = keys.flatMap((key) => options.find(key)[0] ?? []);
  const words = ['type', ...meant.map(({ word }) => word)];
  if (!fragment.required.every((name) => words.includes(name))) return undefined;
  const scores = meant.map(({ isOwnName }): number => (isOwnName ? 2 : 1));
  return {
    type,
    score: scores.reduce((sum, score) => sum + score, 0),
    isWhole: meant.filter(({ isOwnName }) => isOwnName).length === keys.length,
  };
}

function reads(type: string, node: JsonNode, vocabulary: Vocabulary): boolean {
  const path = ['file', 'path', 'images'].map((key) => stringOf(memberOf(node, key)) ?? '');
  return path.some((one) => datasetOfPath(one, vocabulary)?.type === type);
}
