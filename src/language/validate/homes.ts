/** Places in a spec to which misplaced keys belong. */
import type { JsonNode } from '../../source/jsonTree.js';
import { nodeAt } from '../../source/locate.js';
import type { Language } from '../language.js';
import { players } from '../../entries/player.js';
import type { Conversion } from '../schema/fragment.js';
import { isNested, isUsed, placesOf, qualified, type Holder, type Places } from './holders.js';
import type { MeantOption } from './optionNames.js';
import { coresOf, wordsOf } from './spelling.js';
import { orList } from './words.js';

/** The place of a key. */
export interface Home {
  /** As in `training.batchSize`. */
  readonly text: string;
  /** The option, where it is not the place of a word. */
  readonly option?: string;
  /** The keys that lead to it, where it is an option of the spec or of one of its parts. */
  readonly path?: readonly string[];
  readonly conversion?: Conversion;
}

/** A word of the language, without options, or options that one key stands for. */
interface Found {
  readonly holder: Holder;
  readonly options: readonly MeantOption[];
}

/** Places that a hint names at most: two options of both networks. */
const maxHomes = 4;

/** Paths of the objects that hold settings of every kind in other libraries. */
const collections = ['', 'training'];

export class Homes {
  readonly #places: Places;

  /** @param language With the keywords that only messages read. */
  constructor(
    language: Language,
    private readonly spec: JsonNode,
  ) {
    this.#places = placesOf(language);
  }

  /**
   * The places of a key: those of an option, then those of a word of the same name; none where it may belong to several
   * options, or to none. A name that means something else in every object, such as `weight` or `mode`, has no home.
   * @param path Of the object that it was found in, which is left out.
   * @param value Shown in new entries, where it is a positive number.
   */
  of(key: string, path: string, value?: unknown): readonly (readonly Home[])[] {
    const isCollection = collections.includes(path);
    const isPlain = this.#places.holders.some((one) => one.path === path && !one.tag);
    const others = this.#places.holders.filter((holder) => holder.path !== path);
    const holders = others.filter((holder) => holder.path !== 'data' || isUsed(holder, this.spec));
    const whole = holders.flatMap((holder) => found(holder, this.#telling(key, holder, isPlain)));
    const parts = holders
      .filter((holder) => isCollection || isNested(holder))
      .flatMap((holder) => found(holder, qualified(holder, key)));
    const isInside = ({ holder: { path } }: Found): boolean =>
      whole.some(({ holder, options }) =>
        options.some(({ word }) => path === `${holder.path}.${word}`),
      );
    const used = whole
      .filter((one) => !isInside(one))
      .filter(({ holder }) => isUsed(holder, this.spec));
    const ways = [used, parts, ...(isCollection ? [whole] : [])];
    const options = this.#ofPlayer(key, path, ways.find((some) => some.length > 0) ?? []);
    const tags = options.map(({ holder }) => holder.tag);
    // A layer has neither a loss nor an optimizer of its own.
    const isLayer = /\.layers\.\d+$/.test(path);
    const words = this.#words(isCollection ? coresOf(key) : [key], isCollection).filter(
      ({ holder }) => !tags.includes(holder.tag) && (holder.isItem || !isLayer),
    );
    const isAround = (home: Home): boolean =>
      home.path !== undefined && `${path}.`.startsWith(`${home.path.join('.')}.`);
    const homes = [this.#distinct(options, value), this.#distinct(words, value)].map((some) =>
      some.filter((home) => !isAround(home)),
    );
    const known = homes.filter(({ length }) => length > 0);
    return known.length === 0 && isCollection && this.#isOfData(key) ? [[{ text: 'data' }]] : known;
  }

  /** The places of a part of the spec below its top, such as `training.ema`, or of an option with a telling name. */
  ofPart(name: string): readonly Home[] {
    const inside = this.#places.holders.filter(({ path, tag }) => path !== '' && !tag);
    return this.#distinct(
      inside.flatMap((holder) =>
        found(
          holder,
          holder.options.find(name).filter((one) => one.isTelling || one.hasOptions),
        ),
      ),
    );
  }

  /** The places of a word that stands beside the networks, such as a loss or a penalty. */
  ofWord(name: string): readonly Home[] {
    const having = this.#places.holders.filter(({ word }) => word?.find(coresOf(name))[0]);
    return this.#distinct(having.map((holder) => ({ holder, options: [] })));
  }

  /** The options of an object that a key from elsewhere stands for by its name alone. */
  #telling(key: string, { options, path, tag }: Holder, isPlain: boolean): MeantOption[] {
    const isNear = isPlain && tag === undefined && !path.includes('.') && key.length > 1;
    const meanings = isNear ? this.#places.options.find([key]) : [];
    return options.find(key).filter((option) => {
      if (option.word === 'type') return false;
      if (option.isTelling || option.conversion) return true;
      const isPart = option.isOwnName && option.hasOptions && path !== '';
      const isOnly = meanings.length === 1 && meanings[0]?.word === option.word;
      // Any object may have a name or a comment.
      const isPlace = path !== '' || option.hasOptions;
      return isPart || (isNear && isPlace && (option.isOwnName || isOnly));
    });
  }

  /** The options of one network, where the key names it, as `lr_g`, or stands in it; else all. */
  #ofPlayer(key: string, path: string, options: readonly Found[]): readonly Found[] {
    const words = [path.split('.')[0] ?? '', ...wordsOf(key)];
    const named = players.filter((player) => {
      const names = this.#places.holders.find((holder) => holder.path === player)?.names;
      return words.some((word) => (names?.find([word]) ?? []).length > 0);
    });
    const own = options.filter(({ holder }) => holder.path.endsWith(`.${named[0] ?? ''}`));
    return named.length === 1 && own.length > 0 ? own : options;
  }

  /** True for a loss where the spec has another one, which no hint should replace. */
  #isOtherLoss(holder: Holder): boolean {
    const isWritten = nodeAt(this.spec, '/loss') !== undefined;
    return holder.path === 'loss' && isWritten && !isUsed(holder, this.spec);
  }

  /** True for a key such as `dataset_path`, which names an option of some data sets and the data. */
  #isOfData(key: string): boolean {
    const [first = '', ...rest] = wordsOf(key);
    const { holders } = this.#places;
    const top = holders.find(({ path }) => path === '');
    return (
      top?.options.find(first)[0]?.word === 'data' &&
      holders.some(
        ({ path, options }) => path === 'data' && options.find(rest.join('_')).length > 0,
      )
    );
  }

  #words(names: readonly string[], isCollection: boolean): readonly Found[] {
    return this.#places.holders.flatMap((holder) => {
      const [meant] = holder.word?.find(names) ?? [];
      const isMeant = meant && (meant.isTelling || (isCollection && meant.isOwnName));
      return isMeant ? [{ holder, options: [] }] : [];
    });
  }

  /** The places of the words that the spec uses, else of defaults, else of all; empty where several options remain. */
  #distinct(list: readonly Found[], value?: unknown): readonly Home[] {
    const number = typeof value === 'number' && value > 0 ? value : undefined;
    const used = list.filter(({ holder }) => isUsed(holder, this.spec));
    const defaults = list.filter(({ holder }) => holder.isDefault);
    const best = [used, defaults].find((some) => some.length > 0) ?? list;
    const names = ({ holder, options }: Found): string =>
      options.length > 0 ? options.map(({ word }) => word).join(' ') : (holder.tag ?? '');
    if (new Set(best.map(names)).size > 1) return [];
    // Of several words with the option, the first is named for each place.
    const byPath = new Map([...best].reverse().map((one) => [one.holder.path, one]));
    const homes = [...byPath.values()].reverse().flatMap(({ holder, options }) => {
      const isPresent = isUsed(holder, this.spec);
      if (options.length === 0) {
        const main = number === undefined ? undefined : mainOption(holder);
        return [{ text: textOf(holder, main, isPresent && !holder.isItem, number) }];
      }
      const having = this.#isOtherLoss(holder)
        ? list
            .filter(
              (one) => one.holder.path === holder.path && names(one) === names({ holder, options }),
            )
            .map((one) => one.holder.tag ?? '')
        : [];
      return options.map(({ word, conversion }) => ({
        text:
          having.length > 0
            ? `${holder.path}.${word}, an option of ${orList(having)}`
            : textOf(holder, word, isPresent, conversion ? undefined : number),
        option: word,
        ...(holder.tag === undefined && { path: pathTo(holder, word) }),
        ...(conversion && { conversion }),
      }));
    });
    return homes.slice(0, maxHomes);
  }
}

function found(holder: Holder, options: readonly MeantOption[]): readonly Found[] {
  return options.length > 0 ? [{ holder, options }] : [];
}

/** The option of a penalty that a number under its name stands for. */
function mainOption({ options, isItem }: Holder): string | undefined {
  return isItem
    ? ['weight', 'limit'].find((name) => options.find(name)[0]?.word === name)
    : undefined;
}

/** @param number Of the option, where it is known. */
function textOf(
  { path, tag, isItem }: Holder,
  option: string | undefined,
  isPresent: boolean,
  number?: number,
): string {
  const entry = `{ "type": "${tag ?? ''}"${option === undefined ? '' : `, "${option}": ${number ?? '…'}`} }`;
  if (isItem) return `${path}: [${entry}]`;
  if (option === undefined) return `${path}: "${tag ?? ''}"`;
  if (!isPresent) return `${path}: ${entry}`;
  return path === '' ? option : `${path}.${option}`;
}

function pathTo({ path }: Holder, option: string): readonly string[] {
  return [...(path === '' ? [] : path.split('.')), option];
}
