/** An option for rows and columns: `[vertical, horizontal]`; one number stands for both. */
export function pair(value: number | readonly number[]): [vertical: number, horizontal: number] {
  const [vertical = 1, horizontal = vertical] = typeof value === 'number' ? [value] : value;
  return [vertical, horizontal];
}
