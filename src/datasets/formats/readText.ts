/** Lines of text as numbers of characters. */
import { checkSize, dataError } from '../shared/dataFile.js';
import { readLines } from './readLines.js';

export interface Text {
  /** The characters by their numbers, from 1 on; number 0 fills up what is left of a line. */
  readonly alphabet: readonly string[];
  readonly count: number;
  /** `length` numbers for each line. */
  readonly data: Uint32Array;
}

/**
 * The lines of a file that are not empty, cut after `length` characters (code points).
 * @param given Characters that may stand in it; null for those that do, in their order in Unicode.
 * @throws GanspecError GAN414 with file and line for other characters and for bytes that are not UTF-8; GAN405.
 */
export function readText(file: string, length: number, given: string | null): Text {
  const lines: (readonly string[])[] = [];
  const allowed = given === null ? null : new Set(given);
  let line = 0;
  for (const text of readLines(file, 'GAN414')) {
    line += 1;
    if (text === '') continue;
    const characters = Array.from(text).slice(0, length);
    const column = allowed ? characters.findIndex((character) => !allowed.has(character)) : -1;
    if (column >= 0) throw foreign(file, line, column, characters[column] ?? '');
    lines.push(characters);
  }
  if (lines.length === 0) throw dataError('GAN414', `${file}: holds no line of text`);
  const alphabet = [...(allowed ?? new Set(lines.flat()))].sort(byCodePoint);
  const numbers = new Map(alphabet.map((character, place) => [character, place + 1]));
  checkSize(file, lines.length * length);
  const data = new Uint32Array(lines.length * length);
  lines.forEach((characters, row) => {
    characters.forEach((character, i) => {
      data[row * length + i] = numbers.get(character) ?? 0;
    });
  });
  return { alphabet, count: lines.length, data };
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}

function foreign(file: string, line: number, column: number, character: string): Error {
  return dataError(
    'GAN414',
    `${file}:${line}:${column + 1}: ${JSON.stringify(character)} is not in "alphabet"`,
    'Add the character to "alphabet", take it out of the file, or leave "alphabet" out: it is then made from the file.',
  );
}
