/** `docs/reference/words.md`, the table of all words: the paper of each, its defaults, and the test that runs it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { type Kind, kindRecords } from '../src/entries/entry.js';
import { isObject } from '../src/language/schema/mapSubschemas.js';
import type { JsonSchema } from '../src/language/schema/fragment.js';
import { code } from '../src/reference/optionType.js';
import { remark } from './banner.js';
import type { FragmentFile, LanguageSources } from './fragments.js';
import { paperOfDescription, paperOfEntry } from './papers.js';
import { specWords } from './specWords.js';

interface Row {
  readonly word: string;
  readonly kind: string;
  readonly paper: string | undefined;
  readonly defaults: string;
  /** Path of the test inside `test/`. */
  readonly test: string;
}

/** Tests of words that share one, or whose test has another name. */
const testsOf: Readonly<Record<string, string>> = {
  'dataset ring': 'datasets/points',
  'dataset grid': 'datasets/points',
  'dataset noise': 'datasets/points',
  'dataset fashionMnist': 'datasets/mnist',
  'metric precision': 'metrics/neighbourhoods',
  'metric recall': 'metrics/neighbourhoods',
  'metric density': 'metrics/neighbourhoods',
  'metric coverage': 'metrics/neighbourhoods',
  'metric modes': 'metrics/mixture',
  'metric highQuality': 'metrics/mixture',
  'metric reverseKL': 'metrics/mixture',
  'layer block': 'language/expand/structure',
  'layer repeat': 'language/expand/structure',
  'layer residual': 'language/expand/structure',
};

/** Tests of the keys that entries of a kind have in common. */
const testsOfShared: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
  layer: { spectralNorm: 'program/weights', equalizedLearningRate: 'program/weights' },
  loss: { discriminatorWeight: 'program/terms', generatorWeight: 'program/terms' },
  penalty: { every: 'program/lazyPenalties' },
  schedule: { unit: 'schedules/lengths' },
};

/**
 * Path and text of the page.
 * @param root Folder of the repository.
 */
export async function wordsPage(
  root: string,
  { top, files }: LanguageSources,
): Promise<readonly [path: string, text: string]> {
  const rows = [...files.map((file) => entryRow(root, file)), ...sharedRows(), ...specRows(top)];
  const text = [
    `<!-- ${remark('schema/ and the docstrings of src/')} -->`,
    '# Words',
    'Every word of the language with the paper that it comes from, the defaults of its options, and a test that runs it.',
    await format(tableOf(rows), { parser: 'markdown', printWidth: 100 }),
  ].join('\n\n');
  return ['docs/reference/words.md', text];
}

function entryRow(root: string, { kind, stem, schema }: FragmentFile): Row {
  const folder = kindRecords[kind].folder;
  const source = join(root, 'src', folder, `${stem}.ts`);
  return {
    word: stem,
    kind,
    paper: existsSync(source) ? paperOfEntry(readFileSync(source, 'utf8'), stem) : undefined,
    defaults: defaultsOf(schema),
    test: `${testsOf[`${kind} ${stem}`] ?? `${folder}/${stem}`}.test.ts`,
  };
}

/** The options and their defaults; initializers and biases are left to the reference. */
function defaultsOf({ properties, required }: FragmentFile['schema']): string {
  const said = Object.entries(properties).flatMap(([name, option]) => {
    if (name === 'type' || option.entry === 'initializer' || name === 'useBias') return [];
    if (required.includes(name)) return [`needs \`${name}\``];
    const value = option.default;
    return value === undefined || value === null ? [] : [`\`${name}\` ${code(value)}`];
  });
  return said.join(', ');
}

function sharedRows(): readonly Row[] {
  return Object.entries(testsOfShared).flatMap(([kind, tests]) =>
    Object.entries(tests).map(([word, test]) => {
      const option = kindRecords[kind as Kind].sharedOptions?.[word];
      const value = option?.default;
      return {
        word,
        kind: `every ${kind}`,
        paper: paperOfDescription(option?.description),
        defaults: value === undefined ? '' : code(value),
        test: `${test}.test.ts`,
      };
    }),
  );
}

function specRows(top: JsonSchema): readonly Row[] {
  return specWords.map(({ path: place, choice, paper, test }) => {
    const found = lookUp(top, place.split('.'));
    if (!found) throw new Error(`specWords: a spec has no ${place}`);
    const { owner, option } = found;
    const value = option['default'];
    return {
      word: choice === undefined ? place : `${place}: "${choice}"`,
      kind: 'spec',
      paper:
        paper ??
        paperOfDescription(option['description']) ??
        (owner === top ? undefined : paperOfDescription(owner['description'])),
      defaults: value === undefined ? '' : code(value),
      test,
    };
  });
}

/** The schema at a path of keys, and the schema of the object around it. */
function lookUp(
  top: JsonSchema,
  keys: readonly string[],
): { readonly owner: JsonSchema; readonly option: JsonSchema } | undefined {
  let owner = top;
  let option = top;
  for (const key of keys) {
    owner = objectOf(top, option);
    const { properties } = owner;
    const next: unknown = isObject(properties) ? properties[key] : undefined;
    if (!isObject(next)) return undefined;
    option = next;
  }
  return { owner, option };
}

/** The schema of the object that a schema stands for. */
function objectOf({ definitions }: JsonSchema, schema: JsonSchema): JsonSchema {
  const [first] = [schema['allOf'], schema['anyOf']].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  const reference = isObject(first) ? first['$ref'] : undefined;
  if (typeof reference !== 'string' || !isObject(definitions)) return schema;
  const found = definitions[reference.replace('#/definitions/', '')];
  return isObject(found) ? found : schema;
}

function tableOf(rows: readonly Row[]): string {
  return [
    '| word | kind | paper | defaults | tested by |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(({ word, kind, paper = '', defaults, test }) => {
      const cells = [`\`${word}\``, kind, paper || '—', defaults || '—', `\`test/${test}\``];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    }),
    '',
  ].join('\n');
}
