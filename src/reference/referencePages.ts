/** The reference of a language in Markdown: one page for a spec's own keys and one per kind of entry. */
import { tagOf } from '../language/schema/choices.js';
import { type Entry, type Kind, kindRecords, kinds } from '../entries/entry.js';
import { isObject } from '../language/schema/mapSubschemas.js';
import type { JsonSchema } from '../language/schema/fragment.js';
import type { Composites } from '../entries/kind.js';
import { code, optionType } from './optionType.js';

/** The documented part of an entry: its fragment and, for one of a plugin, the module that it came from. */
export type DocumentedEntry = Pick<Entry, 'schema' | 'origin'>;

export interface ReferencePage {
  /** Path inside the folder of the reference. */
  readonly file: string;
  /** Path of the sources of a built-in language. */
  readonly source: string;
  /** Markdown. */
  readonly text: string;
}

/**
 * The pages, which link to one another.
 * @param top The schema of a spec, with the keywords of fragments.
 * @param entries The entries of a kind, in the order of their sections.
 */
export function referencePages(
  top: JsonSchema,
  entries: (kind: Kind) => readonly DocumentedEntry[],
): readonly ReferencePage[] {
  return [specPage(top), ...kinds.map((kind) => kindPage(kind, entries(kind)))];
}

function specPage(top: JsonSchema): ReferencePage {
  const objects = [...objectsIn(top), ...schemasAt(top, 'definitions').map(([, schema]) => schema)];
  const body = [
    '# Spec',
    text(top['description']),
    optionTable(top),
    ...objects.map(objectSection),
  ];
  return page('spec', 'schema/gan.schema.json', body);
}

function kindPage(kind: Kind, entries: readonly DocumentedEntry[]): ReferencePage {
  const { folder, sharedOptions: shared, composites } = kindRecords[kind];
  return page(folder, `schema/${folder}/`, [
    `# ${folder.charAt(0).toUpperCase()}${folder.slice(1)}`,
    ...(shared === undefined
      ? []
      : [
          `Every ${kind} also takes:`,
          optionTable({ properties: shared }),
          ...exceptions(folder, composites),
        ]),
    ...entries.flatMap(({ schema, origin }) => [
      section(tagOf(schema) ?? schema.title, schema, origin),
      ...objectsIn(schema).map(objectSection),
    ]),
  ]);
}

function exceptions(folder: string, composites: Composites | undefined): readonly string[] {
  if (!composites) return [];
  const quoted = (names: readonly string[]): readonly string[] =>
    names.map((name) => `\`${name}\``);
  const types = quoted(composites.types).join(', ');
  const options = quoted(composites.options).join(' and ');
  return [`Of these, composite ${folder} (${types}) take ${options} only.`];
}

function objectSection(schema: JsonSchema): string {
  return section(text(schema['title']), schema);
}

function section(heading: string, schema: JsonSchema, origin?: string): string {
  const examples = Array.isArray(schema['examples']) ? schema['examples'] : [];
  return joined([
    `## ${heading}`,
    text(schema['description']),
    origin === undefined ? '' : `From the plugin \`${origin}\`.`,
    optionTable(schema),
    ...examples.map((example) => `\`\`\`json\n${JSON.stringify(example)}\n\`\`\``),
  ]);
}

function optionTable(schema: JsonSchema): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const rows = schemasAt(schema, 'properties')
    .filter(([name, option]) => name !== 'type' || !('const' in option))
    .map(([name, option]) => {
      const fallback = required.includes(name) ? 'required' : defaultOf(option);
      const cells = [`\`${name}\``, typeOf(option), fallback, text(option['description'])];
      return `| ${cells.map(cellText).join(' | ')} |`;
    });
  if (rows.length === 0) return '';
  return ['| option | takes | default | |', '|---|---|---|---|', ...rows].join('\n');
}

/** A text without the bars and line ends that would end a cell. */
function cellText(cell: string): string {
  return cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

function typeOf(option: JsonSchema): string {
  return isTitledObject(option)
    ? `[${text(option['title'])}](#${text(option['title']).toLowerCase()})`
    : optionType(option);
}

function defaultOf(option: JsonSchema): string {
  return option['default'] === undefined ? '' : code(option['default']);
}

/** Objects written in place under a key of their own get a section, as definitions do. */
function objectsIn(schema: JsonSchema): readonly JsonSchema[] {
  return schemasAt(schema, 'properties')
    .map(([, option]) => option)
    .filter(isTitledObject);
}

function isTitledObject(schema: JsonSchema): boolean {
  return schema['type'] === 'object' && typeof schema['title'] === 'string';
}

type Named = readonly [name: string, schema: JsonSchema];

function schemasAt(schema: JsonSchema, keyword: string): readonly Named[] {
  const found = schema[keyword];
  if (!isObject(found)) return [];
  return Object.entries(found).flatMap(([name, inner]) => (isObject(inner) ? [[name, inner]] : []));
}

function page(name: string, source: string, blocks: readonly string[]): ReferencePage {
  return { file: `${name}.md`, source, text: `${joined(blocks)}\n` };
}

function joined(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
