/** The files of a new plugin: an ES module with one entry, and its test, in JavaScript or TypeScript. */
import type { Kind } from '../entries/entry.js';
import type { PropertySchema } from '../language/schema/fragment.js';
import { pluginNames, type EntryNames } from './names.js';
import { documentedHead, typedHead } from './pluginHead.js';
import { templateOf } from './templateOf.js';
import type { Template } from '../entries/template.js';

/** The language of a new plugin. */
export type PluginLanguage = 'js' | 'ts';

/** A file to be written: its name in the folder asked for, and its text. */
export type NewFile = readonly [name: string, text: string];

export interface PluginFiles {
  readonly names: EntryNames;
  readonly files: readonly [plugin: NewFile, test: NewFile];
  /** The setting by which the preset `ring` uses the entry, as `--set` takes it. */
  readonly use: string;
}

/**
 * A plugin with one entry that works as it is, and a test of it for `node --test`.
 * @param kind One of `templateKinds`.
 * @param asked Its tag, `author/name`.
 * @param language JavaScript by default; TypeScript is compiled to the same file names.
 * @throws GanspecError GAN850 where no tag can be made of it.
 */
export function pluginFiles(
  kind: Kind,
  asked: string,
  language: PluginLanguage = 'js',
): PluginFiles {
  const names = pluginNames(kind, asked);
  const template = templateOf(kind);
  const extension = language === 'ts' ? 'mts' : 'mjs';
  return {
    names,
    files: [
      [`${names.stem}.${extension}`, pluginText(kind, names, template, language)],
      [`${names.stem}.test.${extension}`, testText(names, template)],
    ],
    use: template.use(names.type),
  };
}

function pluginText(
  kind: Kind,
  names: EntryNames,
  template: Template,
  language: PluginLanguage,
): string {
  const { type, title } = names;
  const head = language === 'ts' ? typedHead : documentedHead;
  return `${head(kind, names, template)}
  type: '${type}',
  schema: {
    $id: '${type}.schema.json',
    title: '${title}',
    description: '${template.description}',
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    properties: {
      type: { const: '${type}' },
${Object.entries(template.options)
  .map(([name, option]) => `${literal(name, option)}\n`)
  .join('')}    },
    examples: [{ type: '${type}' }],
  },
${template.body}
});
`;
}

function testText({ type, stem, constant }: EntryNames, template: Template): string {
  return `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCompiler } from 'ganspec';
import { ${constant} } from './${stem}.mjs';

const compiler = createCompiler({ plugins: [${constant}] });
const spec = compiler.read('ring', {
${line('  ', 'set: [', [`'${template.use(type)}'`], '],')}
});

test('${type} is a word of the language', () => {
  assert.deepEqual(compiler.check(spec).diagnostics, []);
});

test('${type} trains the ring', async () => {
  const events = [];
  for await (const event of compiler.compile(spec).train({ steps: 20 })) events.push(event);
  const end = events.at(-1);
  assert.ok(end?.type === 'end' && end.status === 'completed');
  assert.ok(Object.values(end.metrics).every(Number.isFinite), JSON.stringify(end.metrics));
});
`;
}

/** An option's schema in JavaScript. */
function literal(name: string, option: PropertySchema): string {
  const members = Object.entries(option).map(
    ([keyword, value]) =>
      `${keyword}: ${typeof value === 'string' ? `'${value}'` : JSON.stringify(value)}`,
  );
  return line('      ', `${name}: {`, members, '},', ' ');
}

/** A bracket and its members, on one line where that has room for them. */
function line(
  indent: string,
  open: string,
  members: readonly string[],
  close: string,
  inner = '',
): string {
  const one = `${indent}${open}${inner}${members.join(', ')}${inner}${close}`;
  if (one.length <= 100) return one;
  return [
    `${indent}${open}`,
    ...members.map((member) => `${indent}  ${member},`),
    indent + close,
  ].join('\n');
}
