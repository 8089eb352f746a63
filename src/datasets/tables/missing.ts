/** Spellings of a missing value, in any case, and errors of spreadsheets. */
const missing =
  /^(?:|na|n\/a|#n\/a|n\.a\.|<na>|nan|nat|null|nil|none|\?|\.|-|--|–|—|#(?:div\/0|value|ref|num|null)!|#name\?)$/i;

/** Longest of them. */
const maxLength = 7;

/** True for a field without a value. */
export function isMissing(field: string): boolean {
  return field.length <= maxLength && missing.test(field);
}
