import type { JsonNode } from '../../source/jsonTree.js';
import type { Vocabulary } from './vocabulary.js';

/** What explanations look things up in. */
export interface ExplainContext {
  readonly tree: JsonNode;
  readonly vocabulary: Vocabulary;
}
