/** Option with a vertical and a horizontal value: `[vertical, horizontal]`, or one number for both. */
export function pair(value: number | readonly number[]): [vertical: number, horizontal: number] {
  const [vertical = 1, horizontal = vertical] = typeof value === 'number' ? [value] : value;
  return [vertical, horizontal];
}
