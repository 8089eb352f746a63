/** Text files as lines of character indices. */
import { checkSize, dataError } from '../shared/dataFile.js';
import { readLines } from './readLines.js';

/** Upper bound on the characters of all lines; each takes 8 bytes while they are collected. */
const maxCharacters = 2 ** 26;

export interface Text {
  /** Characters in order of their indices, from 1 on; index 0 pads lines. */
  readonly alphabet: readonly string[];
  readonly count: number;
  /** File of each line, by index, and its number in the file from 1 on. */
  readonly places: readonly { readonly file: number; readonly line: number }[];
  /** `length` character indices per line. */
  readonly data: Uint32Array;
}

/**
 * Reads the non-empty lines of files, cut to `length` characters (code points).
 * @param source File or folder, for messages about all of it.
 * @param given Allowed characters; null for those of the files, in Unicode order.
 * @throws GanspecError GAN414 with file and line for other characters and for bytes that are not UTF-8; GAN405.
 */
export function readTextLines(
  source: string,
  files: readonly string[],
  length: number,
  given: string | null,
): Text {
  const allowed = given === null ? null : new Set(given);
  const used = new Set<string>();
  const lines: (readonly string[])[] = [];
  const places: { file: number; line: number }[] = [];
  let total = 0;
  files.forEach((path, file) => {
    let line = 0;
    for (const text of readLines(path, 'GAN414')) {
      line += 1;
      if (text === '') continue;
      // Cut before it is taken apart: a code point has two units at most.
      const characters = Array.from(text.slice(0, 2 * length)).slice(0, length);
      const column = allowed ? characters.findIndex((character) => !allowed.has(character)) : -1;
      if (column >= 0) throw unknownCharacter(path, line, column, characters[column] ?? '');
      total += characters.length;
      if (total > maxCharacters) {
        throw dataError(
          'GAN405',
          `${source}: holds more than ${maxCharacters} characters of lines`,
        );
      }
      for (const character of characters) used.add(character);
      lines.push(characters);
      places.push({ file, line });
    }
  });
  if (lines.length === 0) throw dataError('GAN414', `${source}: holds no line of text`);
  checkSize(source, lines.length * length);
  const alphabet = [...(allowed ?? used)].sort(byCodePoint);
  const data = indicesOf(lines, alphabet, length);
  return { alphabet, count: lines.length, places, data };
}

function indicesOf(
  lines: readonly (readonly string[])[],
  alphabet: readonly string[],
  length: number,
): Uint32Array {
  const indices = new Map(alphabet.map((character, i) => [character, i + 1]));
  const data = new Uint32Array(lines.length * length);
  lines.forEach((characters, row) => {
    characters.forEach((character, i) => {
      data[row * length + i] = indices.get(character) ?? 0;
    });
  });
  return data;
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}

function unknownCharacter(file: string, line: number, column: number, character: string): Error {
  return dataError(
    'GAN414',
    `${file}:${line}:${column + 1}: ${JSON.stringify(character)} is not in "alphabet"`,
    'Add the character to "alphabet", take it out of the file, or leave "alphabet" out: it is then made from the file.',
  );
}
