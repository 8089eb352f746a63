/** Names of months in English, whole or of three letters. */

/** Way in which a month is written: in digits, or as its name in one of these spellings. */
export type MonthStyle = 'digits' | 'Jan' | 'JAN' | 'January' | 'JANUARY';

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const numbers: ReadonlyMap<string, number> = new Map([
  ...names.map((name, i) => [name.toLowerCase(), i + 1] as const),
  ...names.map((name, i) => [name.slice(0, 3).toLowerCase(), i + 1] as const),
  ['sept', 9] as const,
]);

/** Number of a month from 1 on; undefined for another word. */
export function monthNumber(word: string): number | undefined {
  return numbers.get(word.toLowerCase());
}

/** Spelling of the name of a month. May, which does not tell, counts as short. */
export function monthStyle(word: string): MonthStyle {
  const isShort = word.length === 3 || /^sept$/i.test(word);
  if (word === word.toUpperCase()) return isShort ? 'JAN' : 'JANUARY';
  return isShort ? 'Jan' : 'January';
}

/** A month in digits of this width, or by name. @param month From 1 on. */
export function monthText(month: number, style: MonthStyle, digits: number): string {
  if (style === 'digits') return String(month).padStart(digits, '0');
  const name = names[month - 1] ?? '';
  const text = style === 'Jan' || style === 'JAN' ? name.slice(0, 3) : name;
  return style === 'JAN' || style === 'JANUARY' ? text.toUpperCase() : text;
}
