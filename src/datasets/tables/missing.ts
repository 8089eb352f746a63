/** Spellings of a missing value, in any case. */
const missing = /^(?:|na|n\/a|#n\/a|nan|null|nil|none|\?|-|--|–|—)$/i;

/** True for a field without a value. */
export function isMissing(field: string): boolean {
  return field.length <= 4 && missing.test(field);
}
