/** Reads tables of text. @source Shafranovich 2005, RFC 4180, with other separators and line ends besides */
import { dataError } from '../shared/dataFile.js';
import { readLines } from '../formats/readLines.js';

/** One row and the line it begins in, from 1 on. */
export interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

const quoting =
  'Put a field that holds a double quote into double quotes, and write each inside it twice, as in "5"" pipe".';

/**
 * The rows of a file; lines without any character are passed over. A field in double quotes may hold separators, line
 * ends and, doubled, quotes.
 * @throws GanspecError GAN413 with file and line for quotes where none may stand or that are never closed.
 */
export function* readRows(file: string, separator: string): Generator<Row, void> {
  let line = 0;
  let first = 0;
  let text = '';
  let open = false;
  for (const part of readLines(file, 'GAN413')) {
    line += 1;
    if (!open && part === '') continue;
    text = open ? `${text}\n${part}` : part;
    if (!open) first = line;
    const quotes = part.split('"').length - 1;
    open = open !== (quotes % 2 === 1);
    if (!open) yield { line: first, fields: split(text, separator, `${file}:${first}`) };
  }
  if (open)
    throw dataError('GAN413', `${file}:${first}: a quote is opened and never closed`, quoting);
}

function split(text: string, separator: string, place: string): readonly string[] {
  const fields: string[] = [];
  let start = 0;
  while (start <= text.length) {
    const quoted = text[start] === '"';
    const end = quoted ? closingQuote(text, start) + 1 : nextOf(text, separator, start);
    const field = quoted
      ? text.slice(start + 1, end - 1).replaceAll('""', '"')
      : text.slice(start, end);
    if ((end < text.length && text[end] !== separator) || (!quoted && field.includes('"'))) {
      throw dataError(
        'GAN413',
        `${place}: a quote stands inside field ${fields.length + 1}`,
        quoting,
      );
    }
    fields.push(field);
    start = end + 1;
  }
  return fields;
}

function nextOf(text: string, separator: string, from: number): number {
  const found = text.indexOf(separator, from);
  return found < 0 ? text.length : found;
}

/** The quote that ends the field; two in a row stand for one inside it. */
function closingQuote(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end < 0 ? text.length : end;
}
