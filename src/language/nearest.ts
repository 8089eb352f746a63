/** "Did you mean …?" */
import leven from 'leven';

/** The candidate with the fewest edits to the word, at most 2 or 40 % of its length; case does not count. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const distances = candidates.map((candidate) => ({
    candidate,
    distance: leven(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const limit = Math.max(2, Math.floor(word.length * 0.4));
  return distances
    .filter(({ candidate, distance }) => distance <= limit && distance < candidate.length)
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/** The hint that names the nearest candidate; undefined where none is near. */
export function spellingHint(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `did you mean "${near}"?`;
}
