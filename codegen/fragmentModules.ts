/** The modules that entries take their schemas and option types from. */
import { kindRecords, kinds, type Kind } from '../src/entries/entry.js';
import type { JsonSchema } from '../src/language/schema/fragment.js';
import { banner } from './banner.js';
import type { FragmentFile } from './fragments.js';

type TextFile = readonly [path: string, text: string];

/** `src/generated/<folder>.ts` for each kind, and `src/generated/fragments.ts`, which has all of them by kind. */
export function fragmentModules(files: readonly FragmentFile[]): readonly TextFile[] {
  const modules = kinds.map((kind) =>
    kindModule(
      kind,
      files.filter((file) => file.kind === kind),
    ),
  );
  return [...modules, tableModule()];
}

/** The fragments of one kind by type, and the types of their options. One line for each: readers have `schema/`. */
function kindModule(kind: Kind, files: readonly FragmentFile[]): TextFile {
  const { folder } = kindRecords[kind];
  const types = files.map(({ schema }) => schema.title);
  const names = files.map(({ stem }) => `'${stem}'`);
  const text = [
    banner(`schema/${folder}/`),
    "import type { FragmentSchema } from '../language/schema/fragment.js';",
    `export type { ${types.join(', ')} } from './spec.js';`,
    '',
    `export const schemas: Readonly<Record<${names.join(' | ') || 'never'}, FragmentSchema>> = {`,
    ...files.map(({ stem, schema }) => `  ${stem}: ${JSON.stringify(schema)},`),
    '};',
    '',
  ];
  return [`src/generated/${folder}.ts`, text.join('\n')];
}

function tableModule(): TextFile {
  const text = [
    banner('schema/'),
    "import type { Kind } from '../entries/entry.js';",
    "import type { FragmentSchema } from '../language/schema/fragment.js';",
    ...kinds.map(
      (kind) => `import { schemas as ${kind} } from './${kindRecords[kind].folder}.js';`,
    ),
    '',
    '/** The built-in fragments by kind and type. */',
    'export const fragments: Readonly<Record<Kind, Readonly<Record<string, FragmentSchema>>>> = {',
    ...kinds.map((kind) => `  ${kind},`),
    '};',
    '',
  ];
  return ['src/generated/fragments.ts', text.join('\n')];
}

/** `src/generated/gan.ts`: the schema of a spec, with the keywords of fragments. */
export function topModule(top: JsonSchema): TextFile {
  const text = [
    banner('schema/gan.schema.json'),
    "import type { JsonSchema } from '../language/schema/fragment.js';",
    '',
    `export const schema: JsonSchema = ${JSON.stringify(top, null, 2)};`,
    '',
  ];
  return ['src/generated/gan.ts', text.join('\n')];
}
