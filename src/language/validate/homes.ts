/** Places in a spec to which misplaced keys belong. */
import { nodeAt } from '../../source/locate.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { memberOf, stringOf } from '../expand/nodes.js';
import type { Language } from '../language.js';
import { choicesOf, propertiesOf, tagOf } from '../schema/choices.js';
import type { Conversion, JsonSchema } from '../schema/fragment.js';
import { takesNumbers } from '../schema/withExpressions.js';
import { NameTable } from './nameTable.js';
import { namesIn, OptionNames, unqualified, type MeantOption } from './optionNames.js';
import { coresOf, lettersOf } from './spelling.js';

/** The place of a key. */
export interface Home {
  /** As in `training.batchSize`. */
  readonly text: string;
  readonly conversion?: Conversion;
}

/** An object of a spec whose keys may have been misplaced. */
interface Holder {
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
}

type Found = readonly [holder: Holder, option: MeantOption | undefined];

// Building them normalizes every name of the language.
const known = new WeakMap<Language, readonly Holder[]>();

/** Paths of the objects that hold settings of every kind in other libraries. */
const collections = ['', 'training'];

export class Homes {
  readonly #holders: readonly Holder[];

  /** @param language With the keywords that only messages read. */
  constructor(
    language: Language,
    private readonly spec: JsonNode,
  ) {
    this.#holders = known.get(language) ?? holdersIn(language);
    known.set(language, this.#holders);
  }

  /**
   * The places of a key; none where it may belong to several options, or to none.
   * @param path Of the object that it was found in, which is left out.
   */
  of(key: string, path: string): readonly Home[] {
    const holders = this.#holders.filter((holder) => holder.path !== path);
    const whole = holders.flatMap((holder) => pairs(holder, holder.options.find(key)));
    const ways = [
      whole.filter(([, option]) => option && lettersOf(option.word) === lettersOf(key)),
      ...(collections.includes(path)
        ? [holders.flatMap((holder) => pairs(holder, qualified(holder, key))), whole]
        : []),
    ];
    const found = ways.find((some) => some.length > 0);
    return found ? this.#distinct(found) : this.ofWord(key);
  }

  /** The places of an option by its name, or by one that it has elsewhere, outside of entries. */
  ofPart(name: string): readonly Home[] {
    const plain = this.#holders.filter(({ tag }) => tag === undefined);
    return this.#distinct(plain.flatMap((holder) => pairs(holder, holder.options.find(name))));
  }

  /** The places of a word that stands beside the networks, such as a loss or a penalty. */
  ofWord(name: string): readonly Home[] {
    const found = this.#holders.filter(({ word }) => word?.find(coresOf(name))[0]);
    return this.#distinct(found.map((one): Found => [one, undefined]));
  }

  /** The places of the words that the spec uses, or of all where it uses none; empty where several options remain. */
  #distinct(found: readonly Found[]): readonly Home[] {
    const used = found.filter(([holder]) => this.#isUsed(holder));
    const best = used.length > 0 ? used : found;
    const words = new Set(best.map(([holder, option]) => option?.word ?? holder.tag));
    if (words.size > 1) return [];
    const homes = best.map(([holder, option]): [string, Home] => {
      const text = textOf(holder, option?.word);
      return [text, { text, ...(option?.conversion && { conversion: option.conversion }) }];
    });
    return [...new Map(homes).values()].slice(0, 3);
  }

  #isUsed({ path, tag, isItem }: Holder): boolean {
    if (tag === undefined) return true;
    const node = nodeAt(this.spec, `/${path.replaceAll('.', '/')}`);
    const entries = isItem && node?.kind === 'array' ? node.items : [node];
    return entries.some((entry) => (stringOf(entry) ?? stringOf(memberOf(entry, 'type'))) === tag);
  }
}

function pairs(holder: Holder, options: readonly MeantOption[]): readonly Found[] {
  return options.map((option): Found => [holder, option]);
}

/** Options that a key names together with the object that has them, as `lambda_gp` or `ema_decay`. */
function qualified({ names, options }: Holder, key: string): readonly MeantOption[] {
  return unqualified(key, names).flatMap((rest) => options.find(rest));
}

function textOf({ path, tag, isItem }: Holder, option: string | undefined): string {
  const list = `${path}: [{ "type": "${tag ?? ''}"`;
  if (isItem) return option === undefined ? `${list} }]` : `${list}, "${option}": … }]`;
  if (option === undefined) return `${path}: "${tag ?? ''}"`;
  return path === '' ? option : `${path}.${option}`;
}

function holdersIn({ schema, definitions }: Language): readonly Holder[] {
  const objectsIn = (object: JsonSchema, path: string, names: readonly string[]): Holder[] =>
    Object.entries(propertiesOf(object)).flatMap(([key, option]) => {
      const own = [...names, key, ...namesIn(option)];
      const place = path === '' ? key : `${path}.${key}`;
      const choices = choicesOf(option, definitions);
      const lists = choices.filter(({ type }) => type === 'array' && path === '');
      const items = lists.flatMap(({ items }) => choicesOf(items, definitions));
      // A schedule stands in the place of a number.
      const entries = choices.some(takesNumbers) ? [] : choices.filter(isEntry);
      const plain = choices.filter((one) => !isEntry(one) && one['properties'] !== undefined);
      return [
        ...entries.map((entry) => holder(entry, place, own)),
        ...items.filter(isEntry).map((entry) => ({ ...holder(entry, place, own), isItem: true })),
        ...plain.map((one) => holder(one, place, own)),
        ...plain.flatMap((one) => objectsIn(one, place, own)),
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
      ...(tag !== undefined && {
        tag,
        word: new NameTable([{ word: tag, otherNames: namesIn(object) }]),
      }),
    };
  };
  return [holder(schema, '', []), ...objectsIn(schema, '', [])];
}

function isEntry(schema: JsonSchema): boolean {
  return tagOf(schema) !== undefined;
}
