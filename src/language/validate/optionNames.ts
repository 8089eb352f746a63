/** The options of an object by all their names. */
import { choicesOf, propertiesOf, tagOf, type Definitions } from '../schema/choices.js';
import type { Conversion, JsonSchema } from '../schema/fragment.js';
import { isObject } from '../schema/mapSubschemas.js';
import { takesNumbers } from '../schema/withExpressions.js';
import { NameTable, type Meant } from './nameTable.js';
import { spellingOf, wordsOf } from './spelling.js';

/** An option that a key stands for. */
export interface MeantOption extends Meant {
  /** Conversion of the number under the key to that of the option, where they differ. */
  readonly conversion?: Conversion;
  /** The value that the key stands for where it is switched on. */
  readonly switched?: { readonly value: unknown };
  /** True for an option with options of its own, such as `ema`. */
  readonly hasOptions: boolean;
}

/** Words that other libraries put before the name of a count or of a switch. */
const beforeCounts = ['num', 'n', 'nb', 'number of', 'total'];
const beforeSwitches = ['use', 'with', 'is', 'has', 'enable', 'apply'];

/** The options of an object, found by their names in any library. */
export class OptionNames {
  readonly #table: NameTable;
  /** The names of the word that has the options. */
  readonly #owner: NameTable;
  readonly #properties: Readonly<Record<string, unknown>>;
  readonly #objects: ReadonlySet<string>;

  /** @param schema Of the object, with the keywords that only messages read. */
  constructor(schema: JsonSchema, definitions: Definitions) {
    this.#properties = propertiesOf(schema);
    const tag = tagOf(schema);
    this.#objects = new Set(
      Object.keys(this.#properties).filter((word) =>
        isSection(choicesOf(this.#properties[word], definitions)),
      ),
    );
    this.#owner = new NameTable(
      tag === undefined ? [] : [{ word: tag, otherNames: namesIn(schema) }],
    );
    this.#table = new NameTable(
      Object.entries(this.#properties).map(([word, option]) => ({
        word,
        otherNames: [
          ...namesIn(option),
          ...Object.keys(conversionsIn(option)),
          ...Object.keys(switchesIn(option)),
          ...prefixed(word, option, definitions),
        ],
      })),
    );
  }

  find(key: string): readonly MeantOption[] {
    const plain = key.replace(
      /(?:_(?:fn|func|function|type|name)|Fn|Func|Function|Type|Name)$/,
      '',
    );
    const names = [key, key.split('.').at(-1) ?? key, plain, ...unqualified(key, this.#owner)];
    return this.#table.find(names).map((meant) => {
      const option = this.#properties[meant.word];
      const isNamed = ([name]: [string, unknown]): boolean =>
        names.some((one) => isSame(one, name));
      const conversion = Object.entries(conversionsIn(option)).find(isNamed);
      const switched = Object.entries(switchesIn(option)).find(isNamed);
      return {
        ...meant,
        hasOptions: this.#objects.has(meant.word),
        ...(conversion && { conversion: conversion[1] }),
        ...(switched && { switched: { value: switched[1] } }),
      };
    });
  }

  near(key: string): string | undefined {
    return this.#table.near(key, 0);
  }
}

/** The names that a word or an option has elsewhere. */
export function namesIn(schema: unknown): readonly string[] {
  if (!isObject(schema)) return [];
  return [schema['otherNames'] ?? []].flat().filter((name) => typeof name === 'string');
}

/** A key without the name of the object that it belongs to, as `decay` of `ema_decay`. @param names Of the object. */
export function unqualified(key: string, names: NameTable): readonly string[] {
  const words = wordsOf(key);
  return words.slice(1).flatMap((_word, index) => {
    const [first, last] = [words.slice(0, index + 1).join('_'), words.slice(index + 1).join('_')];
    return [
      ...(names.find([first]).length > 0 ? [last] : []),
      ...(names.find([last]).length > 0 ? [first] : []),
    ];
  });
}

function conversionsIn(option: unknown): Readonly<Record<string, Conversion>> {
  const names = isObject(option) ? option['convertedNames'] : undefined;
  // Fragments are checked for the form of their keywords.
  return isObject(names) ? (names as Readonly<Record<string, Conversion>>) : {};
}

function switchesIn(option: unknown): Readonly<Record<string, unknown>> {
  const names = isObject(option) ? option['switchNames'] : undefined;
  return isObject(names) ? names : {};
}

function prefixed(word: string, option: unknown, definitions: Definitions): readonly string[] {
  const choices = choicesOf(option, definitions);
  if (choices.some(takesNumbers)) return beforeCounts.map((prefix) => `${prefix}_${word}`);
  if (!choices.some(({ type }) => type === 'boolean')) return [];
  const names = [word, ...namesIn(option)];
  return names.flatMap((name) => beforeSwitches.map((prefix) => `${prefix}_${name}`));
}

function isSame(name: string, other: string): boolean {
  const [one, two] = [spellingOf(name), spellingOf(other)];
  return one.stem === two.stem && one.dimensions === two.dimensions;
}

/** True for an object; a schedule, which stands in the place of a number, is none. */
export function isSection(choices: readonly JsonSchema[]): boolean {
  return choices.some((one) => one['properties']) && !choices.some(takesNumbers);
}
