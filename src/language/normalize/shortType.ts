/** The type without the author of a plugin, as names are made from it: `counter` of `acme/counter`. */
export function shortType(type: unknown): string {
  return String(type).replace(/^.*\//, '');
}
