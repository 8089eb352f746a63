/** The first phrases of a list for a message, and the number of the rest: `a; b; and 3 more`. */
export function firstOf(phrases: readonly string[], count: number): string {
  const rest = phrases.length - count;
  return [...phrases.slice(0, count), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
