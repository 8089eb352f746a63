/** Words of the language by their own names and by those that other libraries and papers have for them. */
import { slipOf } from './slip.js';
import { spellingOf, wordsOf, type Spelling } from './spelling.js';

/** A word, and its names elsewhere. */
export interface Named {
  readonly word: string;
  readonly otherNames: readonly string[];
}

/** A word that a name stands for. */
export interface Meant {
  readonly word: string;
  /** True where the name is the word itself in another spelling. */
  readonly isOwnName: boolean;
  /** True where the name tells what it is about wherever it stands, as `batchSize` or `wd` does and `size` does not. */
  readonly isTelling: boolean;
}

interface Row extends Meant, Spelling {}

/** Words of one place, found by any spelling of their names. */
export class NameTable {
  /** The names by the stems of their spellings. */
  readonly #rows = new Map<string, Row[]>();

  constructor(private readonly named: readonly Named[]) {
    for (const { word, otherNames } of named) {
      this.#add(rowOf(word, word.replace(/^.*\//, ''), true));
      for (const name of otherNames) this.#add(rowOf(word, name, false));
    }
  }

  /** The words that one of these names stands for: those of the first name that is known, the word's own name first. */
  find(names: readonly string[]): readonly Meant[] {
    const spellings = names.map(spellingOf);
    const ways = [this.#same, this.#withoutDimensions, this.#sameButNumber];
    for (const way of ways) {
      for (const spelling of spellings) {
        const rows = way.call(this, spelling);
        const own = rows.filter(({ isOwnName }) => isOwnName);
        if (rows.length > 0) return distinct(own.length > 0 ? own : rows);
      }
    }
    return [];
  }

  /**
   * The word that this name misspells, by its own name or by a long other one: short names of words are acronyms.
   * @param shortest Letters of the shortest other name that counts.
   */
  near(written: string, shortest = 10): string | undefined {
    const names = this.named.flatMap(({ word, otherNames }) =>
      [word, ...otherNames.filter(({ length }) => length >= shortest)].map((name) => ({
        word,
        name,
      })),
    );
    const found = slipOf(
      written,
      names.map(({ name }) => name),
    );
    return names.find(({ name }) => name === found)?.word;
  }

  #add(row: Row): void {
    const rows = this.#rows.get(row.stem);
    if (rows) rows.push(row);
    else this.#rows.set(row.stem, [row]);
  }

  #same({ stem, dimensions }: Spelling): readonly Row[] {
    if (stem === '') return [];
    return (this.#rows.get(stem) ?? []).filter((row) => row.dimensions === dimensions);
  }

  /** `BatchNorm2d` is batchNorm, which takes any; `Conv3d` is none of conv1d and conv2d. */
  #withoutDimensions({ stem, dimensions }: Spelling): readonly Row[] {
    const rows = this.#rows.get(stem) ?? [];
    return dimensions !== '' && rows.every((row) => row.dimensions === '') ? rows : [];
  }

  /** A plural for a singular, and a singular for the plural of a word itself: gaussians make a ring, and a gaussian does not. */
  #sameButNumber({ stem, dimensions }: Spelling): readonly Row[] {
    if (stem.length < 4) return [];
    if (stem.endsWith('s')) return this.#same({ stem: stem.slice(0, -1), dimensions });
    return this.#same({ stem: `${stem}s`, dimensions }).filter(({ isOwnName }) => isOwnName);
  }
}

function rowOf(word: string, name: string, isOwnName: boolean): Row {
  return { word, isOwnName, isTelling: isTelling(name), ...spellingOf(name) };
}

/** Single words that mean one thing in every library. */
const singleWords = [
  ...['seed', 'penalty', 'penalties', 'regularizer', 'optimizer', 'optimizers'],
  ...['criterion', 'resolution', 'betas'],
];

/** True for several words, for two consonants, which abbreviate two, and for the words above. */
function isTelling(name: string): boolean {
  return wordsOf(name).length > 1 || /^[^aeiou]{2}$/i.test(name) || singleWords.includes(name);
}

/** Every word once. */
function distinct(rows: readonly Row[]): readonly Meant[] {
  const byWord = new Map(
    rows.map(({ word, isOwnName, isTelling }) => [word, { word, isOwnName, isTelling }]),
  );
  return [...byWord.values()];
}
