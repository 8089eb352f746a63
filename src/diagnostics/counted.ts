/** A count with its noun, as in `1 row` and `2 rows`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : plural(noun)}`;
}

/** The plural of a noun, as of a kind of entry. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return noun.endsWith('ss') ? `${noun}es` : `${noun}s`;
}
