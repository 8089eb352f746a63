/** Numbers among the fields of a table. */

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** With a decimal comma, or without a value. */
const meant = /^[+-]?(?:\d+,\d+|nan|inf|infinity)$/i;
const missing = /^(?:|na|n\/a|null)$/i;

/** Whether a field is a finite decimal number. */
export function isNumber(field: string): boolean {
  return decimal.test(field.trim()) && Number.isFinite(Number(field));
}

/**
 * Whether a column is meant to hold numbers: at least half of its values are numbers, well written or not; those that
 * are missing, as `""` and `NA`, tell nothing. It does not depend on the order of the rows.
 */
export function areNumbers(fields: readonly string[]): boolean {
  const values = fields.map((field) => field.trim()).filter((value) => !missing.test(value));
  const numbers = values.filter((value) => decimal.test(value) || meant.test(value));
  return numbers.length > 0 && 2 * numbers.length >= values.length;
}
