/** The three files of a new built-in entry: its fragment, its source and its test. */
import { format } from 'prettier';
import { unionName } from '../src/language/schema/bundleFragments.js';
import { type Kind, kindRecords } from '../src/entries/entry.js';
import { builtInNames, type EntryNames } from '../src/scaffold/names.js';
import type { NewFile } from '../src/scaffold/pluginFiles.js';
import type { Template } from '../src/entries/template.js';
import { templateOf } from '../src/scaffold/templateOf.js';

/** @throws GanspecError GAN850 where the name cannot be a tag. */
export async function builtInFiles(
  kind: Kind,
  asked: string,
): Promise<{ readonly names: EntryNames; readonly files: readonly NewFile[] }> {
  const names = builtInNames(kind, asked);
  const folder = kindRecords[kind].folder;
  const { stem } = names;
  const template = templateOf(kind);
  const texts: readonly NewFile[] = [
    [`schema/${folder}/${stem}.schema.json`, fragmentText(folder, names, template)],
    [`src/${folder}/${stem}.ts`, sourceText(kind, names, template)],
    [`test/${folder}/${stem}.test.ts`, testText(names, template)],
  ];
  const options = { printWidth: 100, singleQuote: true };
  const files = texts.map(async ([filepath, text]): Promise<NewFile> => [
    filepath,
    await format(text, { ...options, filepath }),
  ]);
  return { names, files: await Promise.all(files) };
}

function fragmentText(folder: string, { type, title, stem }: EntryNames, from: Template): string {
  const fragment = {
    $id: `${folder}/${stem}.schema.json`,
    title,
    description: from.description,
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    properties: { type: { const: type }, ...from.options },
    examples: [{ type }],
  };
  return JSON.stringify(fragment, null, 2);
}

function sourceText(kind: Kind, { type, title, stem }: EntryNames, from: Template): string {
  const define = `define${unionName(kind)}`;
  const types = [title, ...(from.typeArguments ?? [])].join(', ');
  const [text, by] = from.inside?.replace ?? ['', ''];
  return [
    `import { schemas, type ${title} } from '../generated/${kindRecords[kind].folder}.js';`,
    `import { ${define} } from '../entries/${kind}.js';`,
    ...(from.tensors ? ["import { tf } from '../tf.js';"] : []),
    ...(from.inside?.imports ?? []),
    '',
    `/** ${from.formula} */`,
    `export const ${stem} = ${define}<${types}>({`,
    `  type: '${type}',`,
    `  schema: schemas.${stem},`,
    text === '' ? from.body : from.body.replace(text, by),
    '});',
  ].join('\n');
}

function testText({ type }: EntryNames, from: Template): string {
  return `import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';

const compiler = createCompiler();
const spec = compiler.read('ring', { set: ['${from.use(type)}'] });

describe('${type}', () => {
  it('is a word of the language', () => {
    expect(compiler.check(spec).diagnostics).toEqual([]);
  });

  it('trains the ring with finite numbers', async () => {
    const session = await compiler.compile(spec).prepare();
    for (let step = 0; step < 20; step += 1) {
      for (const value of Object.values(await session.iterate())) {
        expect(value).toSatisfy(Number.isFinite);
      }
    }
    await session.dispose();
  });
});
`;
}
