/** The tables of built-in entries, found by reading the sources with ts-morph. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Node, Project, type SourceFile } from 'ts-morph';
import { kindRecords, kinds } from '../src/entries/entry.js';
import { unionName } from '../src/language/schema/bundleFragments.js';
import { banner } from './banner.js';
import type { FragmentFile } from './fragments.js';

export interface EntryTables {
  readonly file: readonly [path: string, text: string];
  readonly problems: readonly string[];
}

/**
 * `src/generated/entries.ts`: one table per kind and `builtIns`, all entries together.
 * An entry is a fragment whose stem names a file of `src/<folder>/` that exports, under the same name, what a
 * `define…` function of its kind returns; other files of the folder are helpers. Composites are no entries.
 */
export function entryTables(root: string, fragments: readonly FragmentFile[]): EntryTables {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
  });
  const problems: string[] = [];
  const found = fragments.filter((fragment) => {
    if (kindRecords[fragment.kind].composites?.types.includes(fragment.stem) === true) return false;
    const problem = entryProblem(root, project, fragment);
    if (problem !== undefined) problems.push(problem);
    return problem === undefined;
  });
  problems.push(...withoutFragment(root, project, fragments));
  return { file: ['src/generated/entries.ts', render(found)], problems };
}

function entryProblem(root: string, project: Project, fragment: FragmentFile): string | undefined {
  const { kind, stem } = fragment;
  const path = `src/${kindRecords[kind].folder}/${stem}.ts`;
  if (!existsSync(join(root, path))) return `${path}: missing, though the fragment is there`;
  const definers = definersOf(project.addSourceFileAtPath(join(root, path)), stem);
  const wanted = Object.keys(kindRecords[kind].makers);
  return definers !== undefined && wanted.includes(definers)
    ? undefined
    : `${path}: must export const ${stem} = ${wanted.join('(…) or ')}(…)`;
}

/** Entries without a fragment of their name, which would be left out of the tables. */
function withoutFragment(
  root: string,
  project: Project,
  fragments: readonly FragmentFile[],
): readonly string[] {
  return kinds.flatMap((kind) => {
    const folder = kindRecords[kind].folder;
    return project
      .addSourceFilesAtPaths(join(root, 'src', folder, '*.ts'))
      .filter((file) => definersOf(file, file.getBaseNameWithoutExtension()) !== undefined)
      .map((file) => file.getBaseNameWithoutExtension())
      .filter((stem) => !fragments.some((one) => one.kind === kind && one.stem === stem))
      .map((stem) => `schema/${folder}/${stem}.schema.json: missing, though the entry is there`);
  });
}

/** The `define…` function that an exported constant is made by. */
function definersOf(file: SourceFile, name: string): string | undefined {
  const declaration = file.getVariableDeclaration(name);
  if (declaration?.isExported() !== true) return undefined;
  const initializer = declaration.getInitializer();
  if (!Node.isCallExpression(initializer)) return undefined;
  const called = initializer.getExpression().getText();
  return called.startsWith('define') ? called : undefined;
}

function render(fragments: readonly FragmentFile[]): string {
  const local = ({ kind, stem }: FragmentFile): string => `${stem}${unionName(kind)}`;
  const imports = fragments.map(
    (one) =>
      `import { ${one.stem} as ${local(one)} } from '../${kindRecords[one.kind].folder}/${one.stem}.js';`,
  );
  const tables = kinds.map((kind) => {
    const rows = fragments
      .filter((one) => one.kind === kind)
      .map((one) => `    ${one.stem}: ${local(one)},\n`);
    return `  ${kindRecords[kind].folder}: {\n${rows.join('')}  },`;
  });
  return [
    banner('src/ and schema/'),
    `import type { Entry } from '../entries/entry.js';`,
    ...imports,
    '',
    '/** Every built-in entry by kind and type. */',
    `export const entries = {\n${tables.join('\n')}\n} as const;`,
    '',
    '/** Every built-in entry. */',
    'export const builtIns: readonly Entry[] = Object.values(entries).flatMap((table) =>',
    '  Object.values<Entry>(table),',
    ');',
    '',
  ].join('\n');
}
