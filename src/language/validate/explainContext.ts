import type { JsonNode } from '../../source/jsonTree.js';
import type { SpecLengths } from './conversions.js';
import type { Suggestion } from './finding.js';
import type { Homes } from './homes.js';
import type { Vocabulary } from './vocabulary.js';

/** The spec and the language, for explanations of errors. */
export interface ExplainContext {
  readonly tree: JsonNode;
  readonly vocabulary: Vocabulary;
  readonly homes: Homes;
  /** Hints about unknown tags found so far, by kind and tag. */
  readonly wordHints: Map<string, Suggestion | undefined>;
  /** Computed on demand: it may read files of the data set. */
  readonly lengths: () => SpecLengths;
}
