/** Reads the sources of the language: `schema/gan.schema.json` and the fragments in the folders of the kinds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fragments } from '../src/language/schema/bundleFragments.js';
import { fragmentProblems, isFragment } from '../src/language/schema/fragmentProblems.js';
import { allKeywordProblems } from '../src/language/schema/keywordProblems.js';
import { byKind, kindRecords, kinds, type Kind } from '../src/entries/entry.js';
import type { FragmentSchema, JsonSchema } from '../src/language/schema/fragment.js';
import { isObject } from '../src/language/schema/mapSubschemas.js';
import { messageOf } from '../src/diagnostics/errors.js';

/** A fragment and the file it stands in: `schema/<folder of kind>/<stem>.schema.json`. */
export interface FragmentFile {
  readonly kind: Kind;
  readonly stem: string;
  readonly schema: FragmentSchema;
}

export interface LanguageSources {
  readonly top: JsonSchema;
  readonly files: readonly FragmentFile[];
  /** Mistakes in the files, a line each with the name of the file. */
  readonly problems: readonly string[];
}

const suffix = '.schema.json';

/** @param root Folder of the repository. */
export function readLanguage(root: string): LanguageSources {
  const problems: string[] = [];
  const files: FragmentFile[] = [];
  for (const kind of kinds) {
    const folder = join(root, 'schema', kindRecords[kind].folder);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith(suffix)) continue;
      const stem = name.slice(0, -suffix.length);
      const found = read(join(folder, name));
      const place = `schema/${kindRecords[kind].folder}/${name}`;
      const wrong =
        typeof found === 'string'
          ? [found]
          : mistakes(kind, stem, found, `${kindRecords[kind].folder}/${name}`);
      problems.push(...wrong.map((problem) => `${place}: ${problem}`));
      if (isFragment(found)) files.push({ kind, stem, schema: found });
    }
  }
  const top = read(join(root, 'schema', `gan${suffix}`));
  if (!isObject(top)) throw new Error(`schema/gan${suffix}: ${String(top)}`);
  problems.push(...allKeywordProblems(top).map((problem) => `schema/gan${suffix}: ${problem}`));
  return { top, files, problems };
}

/** Fragments by kind, as `bundleFragments` takes them. */
export function fragmentsByKind(files: readonly FragmentFile[]): Fragments {
  return byKind((kind) => files.filter((file) => file.kind === kind).map(({ schema }) => schema));
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return messageOf(error);
  }
}

function mistakes(kind: Kind, stem: string, fragment: unknown, id: string): readonly string[] {
  const problems = [...fragmentProblems(kind, stem, fragment)];
  if (isFragment(fragment) && fragment.$id !== id) problems.push(`"$id" must be "${id}"`);
  return problems;
}
