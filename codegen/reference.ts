/** The pages of `docs/reference/`: one for a spec's own keys and one per kind of entry, made from the schemas. */
import { reservedKeys, tagOf, type Fragments } from '../src/registry/bundleFragments.js';
import { kinds, type Kind } from '../src/registry/entries.js';
import { isObject } from '../src/registry/mapSubschemas.js';
import type { FragmentSchema, JsonSchema } from '../src/registry/schema.js';
import { remark } from './banner.js';
import { kindFolders } from './kindFolders.js';
import { code, optionType } from './optionType.js';

type Page = readonly [path: string, text: string];

/** Path and text of each page. */
export function referencePages(top: JsonSchema, fragments: Fragments): readonly Page[] {
  return [specPage(top), ...kinds.map((kind) => kindPage(kind, fragments[kind]))];
}

function specPage(top: JsonSchema): Page {
  const objects = [...objectsIn(schemasAt(top, 'properties')), ...schemasAt(top, 'definitions')];
  const sections = objects.map(([, schema]) => section(text(schema['title']), schema));
  const body = ['# Spec', text(top['description']), optionTable(top), ...sections];
  return page('spec', 'schema/gan.schema.json', body);
}

function kindPage(kind: Kind, fragments: readonly FragmentSchema[]): Page {
  const folder = kindFolders[kind];
  const shared = reservedKeys[kind];
  return page(folder, `schema/${folder}/`, [
    `# ${folder.charAt(0).toUpperCase()}${folder.slice(1)}`,
    ...(shared === undefined
      ? []
      : [`Every ${kind} also takes:`, optionTable({ properties: shared })]),
    ...fragments.map((fragment) => section(tagOf(fragment), fragment)),
  ]);
}

function section(heading: string, schema: JsonSchema): string {
  const examples = Array.isArray(schema['examples']) ? schema['examples'] : [];
  return [
    `## ${heading}`,
    text(schema['description']),
    optionTable(schema),
    ...examples.map((example) => `\`\`\`json\n${JSON.stringify(example)}\n\`\`\``),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function optionTable(schema: JsonSchema): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const rows = schemasAt(schema, 'properties')
    .filter(([name, option]) => name !== 'type' || !('const' in option))
    .map(([name, option]) => {
      const fallback = required.includes(name) ? 'required' : defaultOf(option);
      const cells = [`\`${name}\``, typeOf(option), fallback, text(option['description'])];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    });
  if (rows.length === 0) return '';
  return ['| option | takes | default | |', '|---|---|---|---|', ...rows].join('\n');
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
function objectsIn(options: readonly Named[]): readonly Named[] {
  return options.filter(([, option]) => isTitledObject(option));
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

function page(name: string, source: string, blocks: readonly string[]): Page {
  const body = blocks.filter((block) => block !== '').join('\n\n');
  return [`docs/reference/${name}.md`, `<!-- ${remark(source)} -->\n\n${body}\n`];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
