/** The most frequent value, the first of equally frequent ones; undefined for an empty list. */
export function mostFrequent<T>(values: Iterable<T>): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most: readonly [value: T | undefined, count: number] = [undefined, 0];
  for (const each of counts) if (each[1] > most[1]) most = each;
  return most[0];
}
