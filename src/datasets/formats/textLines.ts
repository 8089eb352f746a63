/** Text files as lines of character indices. */
import { checkSize, dataError } from '../shared/dataFile.js';
import { evenly } from '../shared/evenly.js';
import { readLines } from './readLines.js';

/** Upper bound on the characters of all lines; each takes 8 bytes while they are collected. */
const maxCharacters = 2 ** 26;

/** Ways to read lines. */
export interface LineOptions {
  readonly length: number;
  /** Allowed characters; null for those of the lines, in Unicode order. */
  readonly alphabet: string | null;
  /** At most this many lines, spread evenly over all; null for all. */
  readonly limit: number | null;
}

/** File of a line, by index, and its number in the file from 1 on. */
interface LinePlace {
  readonly file: number;
  readonly line: number;
}

export interface Text {
  /** Characters in order of their indices, from 1 on; index 0 pads lines. */
  readonly alphabet: readonly string[];
  readonly count: number;
  readonly places: readonly LinePlace[];
  /** `length` character indices per line. */
  readonly data: Uint32Array;
}

/**
 * Reads the non-empty lines of files, cut to `length` characters (code points).
 * @param source File or folder, for messages about all of it.
 * @throws GanspecError GAN414 with file and line for other characters and for bytes that are not UTF-8; GAN405.
 */
export function readTextLines(
  source: string,
  files: readonly string[],
  { length, alphabet: given, limit }: LineOptions,
): Text {
  const allowed = given === null ? null : new Set(given);
  const all: { readonly characters: readonly string[]; readonly place: LinePlace }[] = [];
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
      all.push({ characters, place: { file, line } });
    }
  });
  if (all.length === 0) throw dataError('GAN414', `${source}: holds no line of text`);
  const kept = evenly(all, limit);
  const lines = kept.map(({ characters }) => characters);
  checkSize(source, lines.length * length);
  const alphabet = [...(allowed ?? charactersOf(lines))].sort(byCodePoint);
  const data = indicesOf(lines, alphabet, length);
  return { alphabet, count: lines.length, places: kept.map(({ place }) => place), data };
}

function charactersOf(lines: readonly (readonly string[])[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const characters of lines) for (const character of characters) used.add(character);
  return used;
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
