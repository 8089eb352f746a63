/** All generated files as texts, without writing any. */
import { bundleFragments } from '../src/registry/bundleFragments.js';
import { schemaProblems } from '../src/registry/schemaProblems.js';
import { validatorModule } from './validator.js';
import { specTypes } from '../src/types/specTypes.js';
import { banner } from './banner.js';
import { errorsPage } from './errorsPage.js';
import { entryTables } from './entryTables.js';
import { fragmentModule, topModule } from './fragmentModules.js';
import { fragmentsByKind, readLanguage } from './fragments.js';
import { philoxModule } from './philox.js';
import { referencePages } from './reference.js';

export interface Generated {
  /** Text by path, relative to the repository. */
  readonly files: ReadonlyMap<string, string>;
  /** What is wrong with the sources, each line naming a file. */
  readonly problems: readonly string[];
}

/** @param root Folder of the repository. */
export async function generate(root: string): Promise<Generated> {
  const language = readLanguage(root);
  const fragments = fragmentsByKind(language.files);
  const bundle = bundleFragments(language.top, fragments);
  const tables = entryTables(root, language.files);
  const files = new Map([
    ['schema/v1.json', `${JSON.stringify(bundle, null, 2)}\n`],
    topModule(language.top),
    ['src/generated/spec.ts', await specTypes(bundle, banner('schema/'))],
    tables.file,
    ['src/generated/philoxWasm.ts', await philoxModule()],
    errorsPage(),
    validatorModule(bundle),
    ...language.files.map(fragmentModule),
    ...referencePages(language.top, fragments),
  ]);
  const unsound = schemaProblems(
    bundle,
    language.files.map(({ schema }) => schema),
  );
  return { files, problems: [...language.problems, ...unsound, ...tables.problems] };
}
