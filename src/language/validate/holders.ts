/** The objects that a spec may have, to which misplaced keys may belong. */
import { nodeAt } from '../../source/locate.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { memberOf, stringOf } from '../expand/nodes.js';
import type { Language } from '../language.js';
import { choicesOf, propertiesOf, tagOf } from '../schema/choices.js';
import type { JsonSchema } from '../schema/fragment.js';
import { isObject } from '../schema/mapSubschemas.js';
import { takesNumbers } from '../schema/withExpressions.js';
import { NameTable } from './nameTable.js';
import { namesIn, OptionNames, unqualified, type MeantOption } from './optionNames.js';

/** An object that a spec may have: the spec itself, a part of it, or an entry in some place. */
export interface Holder {
  /** As in `optimizers.generator`; empty for the spec. */
  readonly path: string;
  /** Names of the keys that lead to it; for an entry, names of the word as well. */
  readonly names: NameTable;
  readonly options: OptionNames;
  /** The type of an entry. */
  readonly tag?: string;
  /** Names of that word alone. */
  readonly word?: NameTable;
  /** True for entries in a list. */
  readonly isItem: boolean;
  /** True for the entry that stands in its place where the spec names none. */
  readonly isDefault: boolean;
}

/** The objects of a language, and the names of all their options. */
export interface Places {
  readonly holders: readonly Holder[];
  /** Every option of the language by all its names. */
  readonly options: NameTable;
}

// Building them normalizes every name of the language.
const known = new WeakMap<Language, Places>();

/**
 * Finds the objects of a language, once.
 * @param language With the keywords that only messages read.
 */
export function placesOf(language: Language): Places {
  const places = known.get(language) ?? placesIn(language);
  known.set(language, places);
  return places;
}

/** Options that a key names together with the object that has them, as `lambda_gp` or `ema_decay`. */
export function qualified({ names, options }: Holder, key: string): readonly MeantOption[] {
  return unqualified(key, names)
    .flatMap((rest) => options.find(rest))
    .filter(({ word }) => word !== 'type');
}

/**
 * True for entries other than data and initializers of networks, and for parts of parts, whose names are not everyday
 * words.
 */
export function isNested({ path, tag }: Holder): boolean {
  const isDeep = path.includes('.');
  return tag === undefined ? isDeep : path !== 'data' && !isDeep;
}

/** True for an object that is no entry, and for an entry of a type that the spec uses in its place. */
export function isUsed({ path, tag, isItem }: Holder, spec: JsonNode): boolean {
  if (tag === undefined) return true;
  const node = nodeAt(spec, `/${path.replaceAll('.', '/')}`);
  const entries = isItem && node?.kind === 'array' ? node.items : [node];
  return entries.some((entry) => (stringOf(entry) ?? stringOf(memberOf(entry, 'type'))) === tag);
}

function placesIn(language: Language): Places {
  const names = new Map<string, string[]>();
  const objects = [language.schema, ...Object.values(language.definitions)].filter(isObject);
  for (const [word, option] of objects.flatMap((object) => Object.entries(propertiesOf(object)))) {
    names.set(word, [...(names.get(word) ?? []), ...namesIn(option)]);
  }
  return {
    holders: holdersIn(language),
    options: new NameTable([...names].map(([word, otherNames]) => ({ word, otherNames }))),
  };
}

function holdersIn({ schema, definitions }: Language): readonly Holder[] {
  const objectsIn = (object: JsonSchema, path: string): Holder[] =>
    Object.entries(propertiesOf(object)).flatMap(([key, option]) => {
      const own = [key, ...namesIn(option)];
      const place = path === '' ? key : `${path}.${key}`;
      const choices = choicesOf(option, definitions);
      const lists = choices.filter(({ type }) => type === 'array' && path === '');
      const items = lists.flatMap(({ items }) => choicesOf(items, definitions));
      // A schedule stands in the place of a number.
      const entries = choices.some(takesNumbers) ? [] : choices.filter(isEntry);
      const plain = choices.filter((one) => !isEntry(one) && one['properties'] !== undefined);
      return [
        ...entries.map((entry) => ({
          ...holder(entry, place, own),
          isDefault: tagOf(entry) === defaultOf(option),
        })),
        ...items.filter(isEntry).map((entry) => ({ ...holder(entry, place, own), isItem: true })),
        ...plain.map((one) => holder(one, place, own)),
        ...plain.flatMap((one) => objectsIn(one, place)),
      ];
    });
  const holder = (object: JsonSchema, path: string, names: readonly string[]): Holder => {
    const tag = tagOf(object);
    const word = tag === undefined ? [] : [tag, ...namesIn(object)];
    return {
      path,
      names: new NameTable([{ word: path, otherNames: [...names, ...word] }]),
      options: new OptionNames(object, definitions),
      isItem: false,
      isDefault: false,
      ...(tag !== undefined && {
        tag,
        word: new NameTable([{ word: tag, otherNames: namesIn(object) }]),
      }),
    };
  };
  return [holder(schema, '', []), ...objectsIn(schema, '')];
}

/** The tag of the entry that an option holds by default, if it is a bare name. */
function defaultOf(option: unknown): unknown {
  return isObject(option) ? option['default'] : undefined;
}

function isEntry(schema: JsonSchema): boolean {
  return tagOf(schema) !== undefined;
}
