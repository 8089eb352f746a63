/** A value as the text of a JSON file, indented and ending in a line break. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
