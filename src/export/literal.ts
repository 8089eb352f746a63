/** Plain data as JavaScript, and its type as TypeScript. */

/** Words of a literal: before each list and key, and after each member. */
export interface Notation {
  readonly word: string;
  readonly end: string;
}

export const asData: Notation = { word: '', end: ',' };
export const asType: Notation = { word: 'readonly ', end: ';' };

/** Plain data, or its type, objects on lines of their own. */
export function literal(value: unknown, indent: string, notation: Notation): string {
  const { word, end } = notation;
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    return `${word}[${value.map((item) => literal(item, indent, notation)).join(', ')}]`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(
    ([key, member]) =>
      `${indent}  ${word}${keyText(key)}: ${literal(member, `${indent}  `, notation)}${end}\n`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`;
}

/** A name that is no identifier is quoted, as all names with slashes are. */
function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
