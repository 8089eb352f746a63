/** Reader of delimited text files. @source Shafranovich 2005, RFC 4180, extended to other separators and line ends */
import { dataError } from '../shared/dataFile.js';
import { readLines } from '../formats/readLines.js';

/** One row and the number of its first line, from 1 on. */
export interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Upper bound on the characters of one row, whose quotes may run over many lines. */
const maxRowLength = 2 ** 24;

const separators: ReadonlySet<string> = new Set([',', ';', '\t', '|', ' ']);
const quoting =
  'Put a field that holds a double quote into double quotes, and write each inside it twice, as in "5"" pipe".';

/**
 * Rows of a file; empty lines, and a first line that names the separator, are ignored. A field in double quotes may contain separators, line ends and doubled quotes.
 * @throws GanspecError GAN413 with file and line for misplaced or unclosed quotes.
 */
export function* readRows(file: string, separator: string): Generator<Row, void> {
  let line = 0;
  let first = 0;
  let text = '';
  let open = false;
  for (const part of readLines(file, 'GAN413')) {
    line += 1;
    if (!open && part === '') continue;
    if (line === 1 && namesSeparator(part, file, separator)) continue;
    text = open ? `${text}\n${part}` : part;
    if (!open) first = line;
    if (text.length > maxRowLength) break;
    const quotes = part.split('"').length - 1;
    open = open !== (quotes % 2 === 1);
    if (!open) yield { line: first, fields: split(text, separator, `${file}:${first}`) };
  }
  if (open)
    throw dataError('GAN413', `${file}:${first}: a quote is opened and never closed`, quoting);
}

/**
 * True for the first line that spreadsheet programs write to name the separator, as in `sep=;`.
 * @throws GanspecError GAN413 for another separator than that of the spec
 */
function namesSeparator(line: string, file: string, separator: string): boolean {
  const named = /^"?sep=(.)"?$/i.exec(line)?.[1];
  if (named === undefined || named === separator) return named !== undefined;
  throw dataError(
    'GAN413',
    `${file}:1: names the separator ${JSON.stringify(named)}, not ${JSON.stringify(separator)}`,
    `Set "separator" to ${JSON.stringify(named)}.`,
  );
}

/** @param separator A blank stands for any number of blanks, with none around the row. */
function split(row: string, separator: string, position: string): readonly string[] {
  const isBlank = separator === ' ';
  const text = isBlank ? row.trim() : row;
  const fields: string[] = [];
  let start = 0;
  while (start <= text.length) {
    // Blanks around quotes are no part of the field.
    const first = afterBlanks(text, start);
    const quoted = text[first] === '"';
    if (quoted) start = first;
    const close = quoted ? closingQuote(text, start) : start;
    const end = quoted ? behindQuote(text, close, separator) : nextOf(text, separator, start);
    const field = quoted
      ? text.slice(start + 1, close).replaceAll('""', '"')
      : text.slice(start, end);
    if ((end < text.length && text[end] !== separator) || (!quoted && field.includes('"'))) {
      throw dataError(
        'GAN413',
        `${position}: a quote stands inside field ${fields.length + 1}`,
        adviceOn(quoted ? separatorAt(text, end) : /([,;\t|]) *"/.exec(field)?.[1]),
      );
    }
    fields.push(field);
    start = isBlank && end < text.length ? afterBlanks(text, end) : end + 1;
  }
  return fields;
}

/** Position behind the quotes around a field, and behind the blanks after them where the field ends there. */
function behindQuote(text: string, close: number, separator: string): number {
  const at = afterBlanks(text, close + 1);
  return at >= text.length || text[at] === separator ? at : close + 1;
}

/** Character behind the quotes around a field; a blank only where another field in quotes follows. */
function separatorAt(text: string, end: number): string | undefined {
  return text[end] === ' ' && text[afterBlanks(text, end)] !== '"'
    ? text[afterBlanks(text, end)]
    : text[end];
}

/** Advice on a character beside the quotes around a field. */
function adviceOn(character = ''): string {
  if (!separators.has(character)) return quoting;
  return `Set "separator" to ${JSON.stringify(character)}.`;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

function nextOf(text: string, separator: string, from: number): number {
  const found = text.indexOf(separator, from);
  return found < 0 ? text.length : found;
}

/** Position of the quote that ends the field; doubled quotes are part of the field. */
function closingQuote(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end < 0 ? text.length : end;
}
