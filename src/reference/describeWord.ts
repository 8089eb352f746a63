/** A word of the language, described in plain text. */
import { kindRecords, kinds, type Kind } from '../entries/entry.js';
import type { Registry, Word } from '../entries/registry.js';
import type { JsonSchema } from '../language/schema/fragment.js';
import { optionType } from './optionType.js';

export interface DescribedOption {
  readonly name: string;
  /** Its values, as in `whole number ≥ 1`. */
  readonly takes: string;
  /** Absent where the option must be given, or is left out by default. */
  readonly default?: unknown;
  readonly required: boolean;
  readonly description: string;
}

export interface DescribedWord {
  readonly kind: Kind;
  readonly type: string;
  readonly description: string;
  /** File or package of the plugin that it came from; absent for built-ins. */
  readonly origin?: string;
  readonly options: readonly DescribedOption[];
  /** Options that all words of the kind take. */
  readonly sharedOptions: readonly DescribedOption[];
  readonly examples: readonly unknown[];
}

/** The words of this name, one for each kind that has it, case and punctuation aside; also by their names in other libraries where there is no such word. */
export function describeWords(name: string, registry: Registry): readonly DescribedWord[] {
  const words = kinds.flatMap((kind) =>
    registry.words(kind).map((word) => ({ kind, word, names: namesOf(word) })),
  );
  const named = words.filter(({ word }) => plainName(word.type) === plainName(name));
  const known = words.filter(({ names }) =>
    names.some((one) => plainName(one) === plainName(name)),
  );
  return (named.length > 0 ? named : known).map(({ kind, word }) => described(kind, word));
}

function namesOf({ schema }: Word): readonly string[] {
  return [...(schema.formerNames ?? []), ...(schema.otherNames ?? [])];
}

/** A name without case, separators and the module before it, as in `nn.Conv2d`. */
export function plainName(name: string): string {
  return name.replace(/^.*\./, '').replaceAll(/[-_ ]/g, '').toLowerCase();
}

function described(kind: Kind, { type, schema, origin }: Word): DescribedWord {
  const { composites, sharedOptions: shared = {} } = kindRecords[kind];
  const isComposite = composites?.types.includes(type) === true;
  const own = Object.entries(schema.properties).filter(([name]) => name !== 'type');
  const others = Object.entries(shared).filter(
    ([name]) => !isComposite || composites.options.includes(name),
  );
  return {
    kind,
    type,
    description: schema.description,
    ...(origin !== undefined && { origin }),
    options: own.map(([name, option]) => describedOption(name, option, schema.required)),
    sharedOptions: others.map(([name, option]) => describedOption(name, option, [])),
    examples: schema.examples,
  };
}

/** An option of a word, or a key of a spec, in plain text. */
export function describedOption(
  name: string,
  option: JsonSchema,
  required: readonly string[],
): DescribedOption {
  const { description } = option;
  return {
    name,
    takes: withoutMarks(option['type'] === 'object' ? 'object' : optionType(option)),
    ...('default' in option && { default: option['default'] }),
    required: required.includes(name),
    description: withoutMarks(typeof description === 'string' ? description : ''),
  };
}

/** A text without the marks of Markdown for links and code; a link within a page is that to an object. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/\[[^\]]*\]\(#[^)]*\)/g, 'object')
    .replaceAll(/\[([^\]]*)\]\([^)]*\.md[^)]*\)/g, '$1')
    .replaceAll('`', '');
}
