/** A type without the author of a plugin, for names: `counter` of `acme/counter`. */
export function shortType(type: unknown): string {
  return String(type).replace(/^.*\//, '');
}
