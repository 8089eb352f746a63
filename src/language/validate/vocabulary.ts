/** The words of a language and their options, as messages of validation look them up. */
import { isDeepStrictEqual } from 'node:util';
import { kindRecords, kinds, type Kind } from '../../entries/entry.js';
import type { Registry } from '../../entries/registry.js';
import { annotatedLanguageOf, languageOf, type Language } from '../language.js';
import { unionName } from '../schema/bundleFragments.js';
import { choicesOf, propertiesOf } from '../schema/choices.js';
import type { FragmentSchema, JsonSchema, PropertySchema } from '../schema/fragment.js';
import { isObject } from '../schema/mapSubschemas.js';
import { NameTable } from './nameTable.js';
import { namesIn, OptionNames } from './optionNames.js';
import { coresOf, wordsOf } from './spelling.js';

/** An option of some words of a kind. */
export interface OptionElsewhere {
  readonly name: string;
  readonly types: readonly string[];
  readonly option: PropertySchema;
}

export class Vocabulary {
  readonly #language: Language;
  /** With the keywords that only messages read. */
  readonly annotated: Language;
  readonly #tables = new Map<Kind, NameTable>();
  readonly #options = new WeakMap<JsonSchema, OptionNames>();
  #annotatedByTitle: ReadonlyMap<unknown, JsonSchema> | undefined;
  readonly #unions = new WeakMap<JsonSchema, { readonly kind: Kind | undefined }>();

  constructor(private readonly registry: Registry) {
    this.#language = languageOf(registry);
    this.annotated = annotatedLanguageOf(registry);
  }

  /** All tags of a kind. */
  tags(kind: Kind): readonly string[] {
    return this.registry.words(kind).map(({ type }) => type);
  }

  /** The fragment of one word. */
  fragment(kind: Kind, type: string): FragmentSchema | undefined {
    return this.registry.words(kind).find((word) => word.type === type)?.schema;
  }

  /** True for a layer of one input that needs no options, such as `batchNorm`. */
  isPlainLayer(type: string): boolean {
    const needed = this.fragment('layer', type)?.required ?? [];
    return this.registry.get('layer', type)?.inputCount.min === 1 && needed.length === 1;
  }

  /** True for a loss that needs a bound on the discriminator's Lipschitz constant, by any of its names. */
  needsLipschitz(loss: string): boolean {
    const [meant] = this.words('loss').find(coresOf(loss));
    return meant !== undefined && this.registry.get('loss', meant.word)?.needsLipschitz === true;
  }

  /** The words of a kind by all their names. */
  words(kind: Kind): NameTable {
    const known = this.#tables.get(kind);
    if (known) return known;
    const table = new NameTable(
      this.registry.words(kind).map(({ type, schema }) => ({
        word: type,
        otherNames: [...namesIn(schema), ...(schema.formerNames ?? [])],
      })),
    );
    this.#tables.set(kind, table);
    return table;
  }

  /** The options of an object by all their names. @param schema Of the object, in the bundle. */
  options(schema: JsonSchema): OptionNames {
    const known = this.#options.get(schema);
    if (known) return known;
    const options = new OptionNames(this.annotatedOf(schema), this.annotated.definitions);
    this.#options.set(schema, options);
    return options;
  }

  /** The schema with the keywords that only messages read, found by its title. */
  annotatedOf(schema: JsonSchema): JsonSchema {
    this.#annotatedByTitle ??= this.#findAnnotated();
    return this.#annotatedByTitle.get(schema['title']) ?? schema;
  }

  #findAnnotated(): ReadonlyMap<unknown, JsonSchema> {
    const { definitions, schema: spec } = this.annotated;
    const inPlace = Object.values(propertiesOf(spec)).flatMap((one) => choicesOf(one, definitions));
    const all = [spec, ...Object.values(definitions).filter(isObject), ...inPlace];
    // Of several with one title the first counts.
    return new Map(all.map((one): [unknown, JsonSchema] => [one['title'], one]).toReversed());
  }

  /** The kind of entry that a schema of the bundle accepts: the tagged union of the kind, or one of its choices. */
  kindOfUnion(schema: JsonSchema): Kind | undefined {
    const known = this.#unions.get(schema) ?? { kind: this.#findUnion(schema) };
    this.#unions.set(schema, known);
    return known.kind;
  }

  #findUnion(schema: JsonSchema): Kind | undefined {
    return kinds.find((kind) => {
      const union = this.#language.definitions[unionName(kind)];
      if (!isObject(union)) return false;
      // Generated code carries copies of its schemas, so they are compared by content.
      const parts: readonly unknown[] = Array.isArray(union['anyOf']) ? union['anyOf'] : [];
      return [union, ...parts].some((part) => isDeepStrictEqual(part, schema));
    });
  }

  /** The kind of the word that a definition of the bundle describes. */
  kindOfDefinition(definition: JsonSchema): Kind | undefined {
    return kinds.find((kind) =>
      this.registry.words(kind).some(({ schema }) => schema.title === definition['title']),
    );
  }

  /** An option of this name, in any spelling, that other words of a kind have. */
  optionElsewhere(kind: Kind, key: string): OptionElsewhere | undefined {
    const options = this.registry.words(kind).flatMap(({ type, schema }) =>
      Object.entries(schema.properties)
        .filter(([name]) => name !== 'type')
        .map(([name, option]) => ({ type, name, option })),
    );
    // Layers differ too much for other names of each other's options, unless these tell what they are about: each has an output.
    const isTelling = (name: string): boolean => wordsOf(name).length > 1 && !/^out/i.test(name);
    const others = (option: PropertySchema): readonly string[] =>
      namesIn(option).filter((name) => kind !== 'layer' || isTelling(name));
    const names = new NameTable(
      options.map(({ name, option }) => ({ word: name, otherNames: others(option) })),
    );
    const meant = names.find([key]);
    const isMeant = meant[0]?.isOwnName === true || meant[0]?.isTelling === true;
    const name = isMeant && meant.length === 1 ? meant[0]?.word : undefined;
    const having = options.filter((one) => one.name === name);
    const option = having[0]?.option;
    return name === undefined || option === undefined
      ? undefined
      : { name, types: having.map(({ type }) => type), option };
  }

  /** An option of every word of a kind by one of its names. */
  sharedOption(key: string): { readonly kind: Kind; readonly name: string } | undefined {
    for (const kind of kinds) {
      const properties = kindRecords[kind].sharedOptions ?? {};
      const { definitions } = this.annotated;
      const [found] = new OptionNames({ properties }, definitions).find(key);
      if (found && properties[found.word]?.default !== undefined) return { kind, name: found.word };
    }
    return undefined;
  }

  /** The description of a key of an object with this schema. */
  meaningOf(schema: JsonSchema, key: string): string | undefined {
    const own = propertiesOf(schema)[key] ?? propertiesOf(this.#language.schema)[key];
    const description = isObject(own) ? own['description'] : undefined;
    return typeof description === 'string' ? description : undefined;
  }
}
