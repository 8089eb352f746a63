/** All generated files as texts, without writing any. */
import { bundleFragments } from '../src/language/schema/bundleFragments.js';
import { publishedSchema } from '../src/language/schema/publishedSchema.js';
import { schemaProblems } from '../src/language/schema/schemaProblems.js';
import { specTypes } from '../src/types/specTypes.js';
import { referencePages, type ReferencePage } from '../src/reference/referencePages.js';
import { apiPage } from './apiPage.js';
import { banner, remark } from './banner.js';
import { enginesPage } from './enginesPage.js';
import { errorsPage } from './errorsPage.js';
import { entryTables } from './entryTables.js';
import { fragmentModules, topModule } from './fragmentModules.js';
import { fragmentsByKind, readLanguage } from './fragments.js';
import { makersModule } from './makers.js';
import { philoxModule } from './philox.js';
import { wordsPage } from './wordTable.js';

export interface Generated {
  /** Text by path, relative to the repository. */
  readonly files: ReadonlyMap<string, string>;
  /** Mistakes in the sources, a line each with the name of the file. */
  readonly problems: readonly string[];
}

/** @param root Folder of the repository. */
export async function generate(root: string): Promise<Generated> {
  const language = readLanguage(root);
  const fragments = fragmentsByKind(language.files);
  const bundle = bundleFragments(language.top, fragments);
  const tables = entryTables(root, language.files);
  const pages = referencePages(language.top, (kind) =>
    fragments[kind].map((schema) => ({ schema })),
  );
  const files = new Map([
    ['schema/v1.json', `${JSON.stringify(publishedSchema(bundle), null, 2)}\n`],
    topModule(language.top),
    ['src/generated/spec.ts', await specTypes(bundle, banner('schema/'))],
    tables.file,
    ['src/generated/philoxWasm.ts', await philoxModule()],
    errorsPage(),
    ...(await apiPage(root)),
    await enginesPage(),
    await wordsPage(root, language),
    makersModule(),
    ...fragmentModules(language.files),
    ...pages.map(pageFile),
  ]);
  const unsound = schemaProblems(
    bundle,
    language.files.map(({ schema }) => schema),
  );
  return { files, problems: [...language.problems, ...unsound, ...tables.problems] };
}

function pageFile({ file, source, text }: ReferencePage): readonly [path: string, text: string] {
  return [`docs/reference/${file}`, `<!-- ${remark(source)} -->\n\n${text}`];
}
