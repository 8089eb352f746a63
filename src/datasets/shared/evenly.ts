/** At most `limit` of the things, spread evenly over them, so that each class keeps its share; all for null. */
export function evenly<T>(all: readonly T[], limit: number | null): readonly T[] {
  if (limit === null || limit >= all.length) return all;
  const places = Array.from({ length: limit }, (_, i) => Math.floor((i * all.length) / limit));
  return places.flatMap((place) => all.slice(place, place + 1));
}
