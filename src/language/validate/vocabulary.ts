/** What the messages of validation know of the language: its unions, their tags and the options of each. */
import { isDeepStrictEqual } from 'node:util';
import { kinds, type Kind } from '../../entries/entry.js';
import type { Registry } from '../../entries/registry.js';
import { unionName } from '../schema/bundleFragments.js';
import { isObject } from '../schema/mapSubschemas.js';
import { choicesOf, propertiesOf, tagOf } from '../schema/choices.js';
import { sameWord } from './otherNames.js';
import type { Language } from '../language.js';
import type { FragmentSchema, JsonSchema, PropertySchema } from '../schema/fragment.js';

/** A key that other entries of the same kind have. */
export interface OptionElsewhere {
  readonly types: readonly string[];
  readonly option: PropertySchema;
}

export class Vocabulary {
  /** @param language That of the registry. */
  constructor(
    private readonly registry: Registry,
    private readonly language: Language,
  ) {}

  /** All tags of a kind. */
  tags(kind: Kind): readonly string[] {
    return this.registry.words(kind).map(({ type }) => type);
  }

  /** The fragment of one word. */
  fragment(kind: Kind, type: string): FragmentSchema | undefined {
    return this.registry.words(kind).find((word) => word.type === type)?.schema;
  }

  /** The kind whose tagged union, or a part of it, this schema of the bundle is. */
  kindOfUnion(schema: JsonSchema): Kind | undefined {
    return kinds.find((kind) => {
      const union = this.language.definitions[unionName(kind)];
      if (!isObject(union)) return false;
      // Generated code carries copies of its schemas, so they are told apart by what they say.
      const parts: readonly unknown[] = Array.isArray(union['anyOf']) ? union['anyOf'] : [];
      return [union, ...parts].some((part) => isDeepStrictEqual(part, schema));
    });
  }

  /** The kind of a word whose definition in the bundle this is. */
  kindOfDefinition(definition: JsonSchema): Kind | undefined {
    return kinds.find((kind) =>
      this.registry.words(kind).some(({ schema }) => schema.title === definition['title']),
    );
  }

  /** A kind of which this is a word, and the word as it is written here. */
  kindOfWord(word: string): { readonly kind: Kind; readonly type: string } | undefined {
    const found = kinds.flatMap((kind) => {
      const type = sameWord(word, this.tags(kind));
      return type === undefined ? [] : [{ kind, type }];
    });
    return found.find(({ type }) => type === word) ?? found[0];
  }

  /** Where else in a kind an option of this name is found. */
  optionElsewhere(kind: Kind, key: string): OptionElsewhere | undefined {
    const fragments = this.registry.words(kind).map(({ schema }) => schema);
    const having = fragments.filter(({ properties }) => Object.hasOwn(properties, key));
    const option = having[0]?.properties[key];
    return (
      option && { types: having.map((schema) => String(schema.properties['type']?.const)), option }
    );
  }

  /** The key of a spec whose object has a key of this name. */
  homeOf(key: string): string | undefined {
    return Object.entries(propertiesOf(this.language.schema)).find(([, schema]) =>
      choicesOf(schema, this.language.definitions).some(
        (choice) => Object.hasOwn(propertiesOf(choice), key) && tagOf(choice) === undefined,
      ),
    )?.[0];
  }

  /** What a key of an object with this schema is for. */
  meaningOf(schema: JsonSchema, key: string): string | undefined {
    const own = propertiesOf(schema)[key] ?? propertiesOf(this.language.schema)[key];
    const description = isObject(own) ? own['description'] : undefined;
    return typeof description === 'string' ? description : undefined;
  }
}
