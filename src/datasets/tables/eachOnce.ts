/** Results of a function for all fields of a column; equal fields, which are most of a column of words, are read once. */
export function eachOnce<T>(fields: readonly string[], read: (field: string) => T): readonly T[] {
  const known = new Map<string, { readonly result: T }>();
  return fields.map((field) => {
    const found = known.get(field) ?? { result: read(field) };
    known.set(field, found);
    return found.result;
  });
}
