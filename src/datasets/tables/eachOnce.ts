/** Upper bound on the fields that are remembered: a column with more different ones hardly repeats any. */
const maxKnown = 2 ** 16;

/** Results of a function for all fields of a column; equal fields, which are most of a column of words, are read once. */
export function eachOnce<T>(fields: readonly string[], read: (field: string) => T): readonly T[] {
  const known = new Map<string, { readonly result: T }>();
  return fields.map((field) => {
    const found = known.get(field);
    if (found) return found.result;
    const result = read(field);
    if (known.size < maxKnown) known.set(field, { result });
    return result;
  });
}
