/** Recognition of numbers in the fields of a table. */

// No two repetitions stand side by side: a field of many digits would take time quadratic in their number.
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** Numbers with a decimal comma, and non-finite numbers: numeric, but not valid. */
const malformed = /^[+-]?(?:\d+,\d+|nan|inf|infinity)$/i;
const missing = /^(?:|na|n\/a|null)$/i;

/** True for a finite decimal number. */
export function isNumeric(field: string): boolean {
  return decimal.test(field.trim()) && Number.isFinite(Number(field));
}

/**
 * True if a column is intended to be numeric: at least half of its values are numbers, valid or malformed, not counting
 * missing values such as `""` and `NA`.
 */
export function areMostlyNumeric(fields: readonly string[]): boolean {
  const values = fields.map((field) => field.trim()).filter((value) => !missing.test(value));
  const numbers = values.filter((value) => decimal.test(value) || malformed.test(value));
  return numbers.length > 0 && 2 * numbers.length >= values.length;
}
