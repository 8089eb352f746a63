/** "Did you mean …?" */
import leven from 'leven';
import { textArgument, texts } from '../diagnostics/arguments.js';

/** Longest word for which a near one is looked for; longer ones are no misspelt names. */
const maxLength = 64;
/** Largest number of candidates among which a near one is looked for. */
const maxCandidates = 2000;
/** Names that a hint lists at most. */
const maxListed = 40;

/** The candidate with the fewest edits to the word, at most 2 or 40 % of its length; case does not count. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  textArgument('word of nearest', word);
  texts('candidates of nearest', candidates);
  if (word.length > maxLength || candidates.length > maxCandidates) return undefined;
  const limit = Math.max(2, Math.floor(word.length * 0.4));
  const written = word.toLowerCase();
  return candidates
    .filter(({ length }) => Math.abs(length - word.length) <= limit)
    .map((candidate) => ({ candidate, distance: leven(written, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= limit && distance < candidate.length)
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/** The hint that names the nearest candidate; undefined where none is near. */
export function spellingHint(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `did you mean "${near}"?`;
}

/** Names for a hint: `a, b, c`, or the first ones and the number of the rest. */
export function namesInWords(names: readonly string[]): string {
  const listed = names.slice(0, maxListed).join(', ');
  return names.length > maxListed ? `${listed} and ${names.length - maxListed} more` : listed;
}
